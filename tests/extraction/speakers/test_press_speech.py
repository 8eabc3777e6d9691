"""Short passages as the press writes them: sport, economy, court, street, diplomacy."""

import pytest

from tests.extraction.printed_article import Expected, assert_told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "L'ambiance est lourde devant le tribunal. Me Ibtissam Rafik, l'avocate des riverains, sort "
            "la première. « Nous ferons appel dès demain. » Puis elle s'éloigne. « Il n'y a rien à "
            "ajouter. »",
            [("Ibtissam Rafik", None), ("Ibtissam Rafik", None)],
        ),
        (
            "Le coach des Verts, Omar Benali, admet sa défaite. « On a joué une mi-temps sur "
            "deux », regrette le technicien. Son capitaine, Yassine Haddad, est plus direct : « On a été "
            "nuls. »",
            [("Omar Benali", None), ("Yassine Haddad", None)],
        ),
        (
            "Omar Benali, entraîneur : « On a joué une mi-temps sur deux. Il faudra faire mieux. »"
            "\nYassine Haddad, capitaine : « On a été vraiment mauvais ce soir. »",
            [("Omar Benali", None), ("Yassine Haddad", None)],
        ),
        (
            "Omar Benali (entraîneur du Raja) : « On a joué une mi-temps sur deux. »",
            [("Omar Benali", None)],
        ),
        (
            "« On a joué une mi-temps sur deux », Omar Benali, entraîneur du Raja.",
            [("Omar Benali", None)],
        ),
        (
            "Pour Nadia Cherif, économiste à l'université d'Oran, « la dépense publique ne peut pas tout ».",
            [("Nadia Cherif", None)],
        ),
        (
            "Selon Nadia Cherif, économiste à l'université d'Oran, la dépense publique ne peut pas tout.",
            [("Nadia Cherif", "la dépense publique ne peut pas tout")],
        ),
        (
            "D'après Nadia Cherif, économiste, auteure de plusieurs ouvrages, la dépense publique ne peut pas tout.",
            [("Nadia Cherif", "la dépense publique ne peut pas tout")],
        ),
        (
            "Nadia Cherif y voit un signal. « La dépense publique ne peut pas tout », insiste cette "
            "économiste, qui enseigne à Oran.",
            [("Nadia Cherif", None)],
        ),
        (
            "Nadia Cherif, économiste, se veut prudente. La dépense publique, explique-t-elle, ne peut pas tout.",
            [("Nadia Cherif", "La dépense publique, explique-t-elle, ne peut pas tout")],
        ),
        (
            "Invitée de la radio nationale, Nadia Cherif est revenue sur la loi de finances. Elle a "
            "notamment indiqué que le déficit recule, et que la dette se stabilise.",
            [("Nadia Cherif", "le déficit recule"), ("Nadia Cherif", "la dette se stabilise")],
        ),
        (
            "Nadia Cherif a indiqué que le déficit recule et que la dette se stabilise, précisant que rien n'est joué.",
            [
                ("Nadia Cherif", "le déficit recule"),
                ("Nadia Cherif", "la dette se stabilise"),
                ("Nadia Cherif", "rien n'est joué"),
            ],
        ),
        (
            "Le ministre a indiqué, lors d'une séance plénière consacrée aux questions orales, présidée "
            "par Nadia Cherif, que le déficit recule.",
            [(None, "le déficit recule")],
        ),
        (
            "S'agissant du déficit, Nadia Cherif a affirmé qu'il recule.",
            [("Nadia Cherif", "il recule")],
        ),
        (
            "Nadia Cherif a tenu à rassurer les retraités, affirmant que leurs pensions seront versées à temps.",
            [("Nadia Cherif", "leurs pensions seront versées à temps")],
        ),
        (
            "Nadia Cherif a plaidé pour une réforme, estimant que « le système actuel est à bout de souffle ».",
            [("Nadia Cherif", "le système actuel est à bout de souffle")],
        ),
        (
            "Nadia Cherif a mis en garde contre « une dérive que plus personne ne contrôle ».",
            [("Nadia Cherif", "une dérive que plus personne ne contrôle")],
        ),
        (
            "Nadia Cherif dénonce « une dérive que plus personne ne contrôle » et appelle à réformer le système.",
            [("Nadia Cherif", "une dérive que plus personne ne contrôle"), ("Nadia Cherif", "réformer le système")],
        ),
        (
            "« Une dérive que plus personne ne contrôle » : voilà comment Nadia Cherif décrit la situation.",
            [("Nadia Cherif", None)],
        ),
        (
            "« Nous n'avons rien vu venir », reconnaît-on à la direction de l'hôpital.",
            [(None, None)],
        ),
        (
            "« Nous n'avons rien vu venir », souffle-t-on dans l'entourage du ministre.",
            [(None, None)],
        ),
        (
            "À la mairie, on assure que les travaux finiront en mai.",
            [(None, "les travaux finiront en mai")],
        ),
        (
            "Nadia Cherif et Omar Benali sont formels : « Personne ne nous a prévenus. »",
            [(None, None)],
        ),
        (
            "« Personne ne nous a prévenus », déplorent Nadia Cherif et Omar Benali.",
            [(None, None)],
        ),
        (
            "« Personne ne nous a prévenus », déplorent-ils. Nadia Cherif et Omar Benali tiennent une épicerie.",
            [(None, None)],
        ),
        (
            "Omar Benali tient une épicerie. « Personne ne nous a prévenus », déplore-t-il. Sa femme, "
            "Nadia Cherif, hausse les épaules. « On a l'habitude. »",
            [("Omar Benali", None), ("Nadia Cherif", None)],
        ),
    ],
)
def test_reports_and_portraits(text: str, expected: Expected) -> None:
    assert_told(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Omar Benali tient une épicerie à Oran. Son frère Yassine Benali l'aide. « Personne ne nous "
            "a prévenus », déplore ce dernier.",
            [("Yassine Benali", None)],
        ),
        (
            "Interpellé par Omar Benali, député de l'opposition, le ministre Yassine Haddad a rétorqué : "
            "« Vous n'avez pas lu le texte. »",
            [("Yassine Haddad", None)],
        ),
        (
            "Au député Omar Benali, qui l'interrogeait sur l'eau, Yassine Haddad a répondu que les "
            "barrages sont pleins.",
            [("Yassine Haddad", "les barrages sont pleins")],
        ),
        (
            "Omar Benali a salué le travail de Yassine Haddad. « Il a sauvé la saison », a-t-il dit.",
            [("Omar Benali", None)],
        ),
        (
            "Le président Omar Benali a reçu le ministre Yassine Haddad. À l'issue de l'audience, ce "
            "dernier a déclaré que les liens sont solides.",
            [("Yassine Haddad", "les liens sont solides")],
        ),
        (
            "À sa sortie d'audience, Yassine Haddad s'est félicité de l'accord. « C'est un tournant pour "
            "nos deux pays », a-t-il déclaré à la presse.",
            [("Yassine Haddad", None)],
        ),
        (
            "Sur X, Omar Benali a écrit : « Merci à tous pour votre soutien ». « On revient plus forts "
            "», a-t-il ajouté.",
            [("Omar Benali", None), ("Omar Benali", None)],
        ),
        (
            "Dans un post Facebook, l'actrice Nadia Cherif annonce son retour. « Je n'ai jamais quitté "
            "la scène », écrit-elle.",
            [("Nadia Cherif", None)],
        ),
        (
            "L'actrice Nadia Cherif annonce qu'elle revient. « La scène me manquait », avoue la comédienne.",
            [("Nadia Cherif", "elle revient"), ("Nadia Cherif", "La scène me manquait")],
        ),
        (
            "Nadia Cherif vend des beignets devant la gare. « Je me lève à trois heures », "
            "raconte-t-elle en essuyant ses mains. À côté, Omar Benali répare des téléphones. « Ici, "
            "tout le monde travaille », assure le jeune homme.",
            [("Nadia Cherif", None), ("Omar Benali", None)],
        ),
        (
            "Fatima, 42 ans, a tout perdu. « L'eau est montée d'un coup », se souvient cette mère de "
            "famille. Son voisin Ahmed confirme : « On n'a rien pu sauver. »",
            [("Fatima", None), ("Ahmed", None)],
        ),
        (
            "« L'eau est montée d'un coup », se souvient Fatima, la voix brisée. « On n'a rien pu sauver "
            "», ajoute-t-elle.",
            [("Fatima", None), ("Fatima", None)],
        ),
        (
            "Des sources diplomatiques affirment que les pourparlers reprendront lundi.",
            [(None, "les pourparlers reprendront lundi")],
        ),
        (
            "Les pourparlers reprendront lundi, indique-t-on de source diplomatique.",
            [(None, "Les pourparlers reprendront lundi")],
        ),
        (
            "Les pourparlers reprendront lundi, croit savoir un diplomate en poste à Tunis.",
            [(None, "Les pourparlers reprendront lundi")],
        ),
        (
            "Les pourparlers reprendront lundi, a fait savoir le ministère des Affaires étrangères.",
            [("Ministère des Affaires étrangères", "Les pourparlers reprendront lundi")],
        ),
        (
            "Le ministère des Affaires étrangères a fait savoir que les pourparlers reprendront lundi.",
            [("Ministère des Affaires étrangères", "les pourparlers reprendront lundi")],
        ),
        (
            "L'Union européenne exhorte les parties à reprendre les pourparlers.",
            [("Union européenne", "reprendre les pourparlers")],
        ),
        (
            "Omar Benali nie avoir touché le moindre dirham.",
            [("Omar Benali", "avoir touché le moindre dirham")],
        ),
        (
            "Omar Benali dément toute implication.",
            [],
        ),
        (
            "Le rapport révèle que 12 % des puits sont à sec.",
            [(None, "12 % des puits sont à sec")],
        ),
        (
            "L'usine, selon la direction, ne fermera pas.",
            [(None, None)],
        ),
        (
            "Faut-il s'inquiéter ? « Non », tranche Omar Benali, hydrologue. « Les nappes sont pleines. »",
            [("Omar Benali", None)],
        ),
        (
            "Omar Benali ne décolère pas. Les nappes, dit-il, sont vides. L'État regarde ailleurs. « On "
            "attend la catastrophe », lance-t-il.",
            [("Omar Benali", "Les nappes, dit-il, sont vides"), ("Omar Benali", "On attend la catastrophe")],
        ),
    ],
)
def test_meetings_courts_and_sources(text: str, expected: Expected) -> None:
    assert_told(text, expected)
