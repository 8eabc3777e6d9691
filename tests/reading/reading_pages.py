"""Pages of our own wording, in the layouts that the readers know."""

NOTICE = (
    "Merci d'avoir signalé!\n"
    "Cette image sera automatiquement bloquée après qu'elle soit signalée par plusieurs personnes."
)
CLOSING = "Cliquez ici pour lire l'article depuis sa source."
TICKER = "\u00a0\u00a0\u00a0\u00a0".join(f"Titre numéro {number} du bandeau" for number in range(8)) + "\u00a0" * 4
HEADLINE = "Pêche : la saison du thon s'annonce maigre"
DATELINE = "Publié dans Al Bayane le 04 - 06 - 2019"
BODY = (
    "Les pêcheurs du port attendent depuis trois semaines le passage des bancs, qui tardent à se montrer au large.\n"
    "La coopérative espère encore un retournement avant la fin du mois, mais les anciens n'y croient plus guère."
)
LONG_PARAGRAPH = (
    "La criée a rouvert lundi dans un hangar repeint, où les caisses de sardines s'empilaient dès l'aube sous "
    "les néons. Les mareyeurs venus de la côte nord ont acheté sans marchander, et les prix ont tenu jusqu'à midi. "
    "Le syndicat y voit le signe d'une année meilleure que la précédente."
)


def page_dump(
    *,
    ticker: str | None = TICKER,
    notice: str | None = NOTICE,
    headline: str = HEADLINE,
    dateline: str | None = DATELINE,
    body: str = BODY,
    closing: str | None = CLOSING,
) -> str:
    """A page of the Maghress family, without the parts that are None."""
    above = "".join(f"{part}\n\n\n\n" for part in (ticker, notice) if part)
    headed = f"{headline}\n{dateline}\n\n" if dateline else f"{headline}\n\n"
    return f"{above}{headed}{body}\n\n\n{closing}" if closing else f"{above}{headed}{body}\n"
