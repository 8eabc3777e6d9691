"""Saved HTML pages of our own writing, built from the parts that a test changes."""

import json

HEADLINE = "Le marché de gros d'Oued Laou rouvre après trois mois de travaux"
STORY = (
    "Les premiers camions de légumes sont entrés mardi à l'aube au marché de gros d'Oued Laou, fermé depuis trois mois "
    "pour des travaux qui ont coûté douze millions de dirhams à la commune et à la région.",
    "« Nous avons perdu une saison entière », confie Brahim Outaleb, grossiste installé dans le pavillon des tomates "
    "depuis vingt ans. Il espère que les nouvelles chambres froides lui rendront ses clients de la côte.",
    "La commune promet un second pavillon, réservé aux coopératives, avant la fin de l'année prochaine. Le "
    "chantier doit "
    "commencer dès que le conseil aura voté le budget, à la session de février.",
)
NAVIGATION = "<nav><ul><li><a href='/eco'>Économie</a></li><li><a href='/sport'>Sport</a></li></ul></nav>"
BYLINE = "<p class='meta'>Par Nawal Aït Sidi</p>"
DATELINE = "<p class='date'>Publié le 12 mars 2024 à 09h15</p>"
RELATED = (
    "<aside class='related'><h3>Sur le même sujet</h3><ul><li><a href='/a'>La pêche reprend à "
    "Martil</a></li></ul></aside>"
)
FOOTER = "<footer><p>Tous droits réservés</p></footer>"


def linked_data(**fields: object) -> str:
    node = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": HEADLINE, **fields}
    return f'<script type="application/ld+json">{json.dumps(node, ensure_ascii=False)}</script>'


def saved_page(
    *,
    head: str = "",
    headline: str | None = HEADLINE,
    above: str = BYLINE + DATELINE,
    story: str | None = None,
    below: str = RELATED,
    title: str = f"{HEADLINE} | La Gazette du Détroit",
    language: str = "fr",
) -> str:
    paragraphs = "".join(f"<p>{text}</p>" for text in STORY) if story is None else story
    heading = f"<h1>{headline}</h1>" if headline else ""
    return (
        f"<!DOCTYPE html>\n<html lang='{language}'><head><meta charset='utf-8'><title>{title}</title>"
        f"<meta property='og:site_name' content='La Gazette du "
        f"Détroit'>{head}</head><body><header>{NAVIGATION}</header>"
        f"<main><article>{heading}{above}<div "
        f"class='body'>{paragraphs}</div></article>{below}</main>{FOOTER}</body></html>"
    )
