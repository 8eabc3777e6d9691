"""The words of the vocabularies, with their English and French labels."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

LABELS = ("code", "label", "label_fr")

# The columns above.
VOCABULARIES = {
    "quote_kind": [
        ("direct", "Direct quote", "Citation directe"),
        ("indirect", "Indirect speech", "Discours indirect"),
        ("answer", "Interview answer", "Réponse d'entretien"),
        ("fragment", "Quoted fragment", "Fragment cité"),
    ],
    "speaker_kind": [
        ("person", "Person", "Personne"),
        ("organisation", "Organisation", "Organisation"),
        ("group", "Group", "Groupe"),
        ("described", "Described, not named", "Décrit sans être nommé"),
        ("unknown", "Unknown", "Inconnu"),
    ],
    "attribution_method": [
        ("name", "Full name beside the cue", "Nom complet"),
        ("surname", "Surname beside the cue", "Nom de famille"),
        ("initials", "Initials before the turn", "Initiales"),
        ("title", "Title held by one person", "Titre"),
        ("pronoun", "Pronoun", "Pronom"),
        ("organisation", "Organisation beside the cue", "Organisation"),
        ("description", "Description beside the cue", "Description"),
        ("interview", "Person interviewed", "Personne interrogée"),
        ("continuation", "Speaker of the quote before", "Suite de la citation précédente"),
        ("repetition", "Same words attributed elsewhere", "Mêmes mots attribués ailleurs"),
        ("none", "No evidence", "Aucun indice"),
    ],
    "organisation_kind": [
        ("company", "Company", "Entreprise"),
        ("ministry", "Ministry", "Ministère"),
        ("agency", "Agency or office", "Agence ou office"),
        ("association", "Association", "Association"),
        ("federation", "Federation or confederation", "Fédération ou confédération"),
        ("party", "Political party", "Parti politique"),
        ("union", "Trade union", "Syndicat"),
        ("media", "Media", "Média"),
        ("university", "University or school", "Université ou école"),
        ("hospital", "Hospital", "Hôpital"),
        ("court", "Court", "Tribunal"),
        ("parliament", "Parliament or council", "Parlement ou conseil"),
        ("army", "Army or police", "Armée ou police"),
        ("club", "Sports club", "Club sportif"),
        ("bank", "Bank", "Banque"),
        ("international", "International organisation", "Organisation internationale"),
        ("government", "Government", "Gouvernement"),
        ("other", "Other", "Autre"),
    ],
}

# The columns above, and is_story.
SEGMENT_KINDS = [
    ("navigation", "Navigation", "Navigation", False),
    ("headline", "Headline", "Titre", True),
    ("dateline", "Dateline", "Date et source", True),
    ("byline", "Byline", "Signature", True),
    ("standfirst", "Standfirst", "Chapeau", True),
    ("subheading", "Subheading", "Intertitre", True),
    ("paragraph", "Paragraph", "Paragraphe", True),
    ("question", "Question", "Question", True),
    ("answer", "Answer", "Réponse", True),
    ("caption", "Caption", "Légende", True),
    ("related", "Related articles", "Articles liés", False),
    ("boilerplate", "Boilerplate", "Texte standard", False),
]


def upgrade() -> None:
    for name, rows in VOCABULARIES.items():
        insert_rows(name, [sa.column(column, sa.Text) for column in LABELS], rows)
    columns = [*(sa.column(column, sa.Text) for column in LABELS), sa.column("is_story", sa.Boolean)]
    insert_rows("segment_kind", columns, SEGMENT_KINDS)


def insert_rows(name: str, columns: list[sa.ColumnClause], rows: list[tuple]) -> None:
    table = sa.table(name, *columns, schema="newsdb")
    op.execute(postgresql.insert(table).values(rows).on_conflict_do_nothing())


def downgrade() -> None:
    # Facts may refer to the words; they go with the tables, and the next upgrade finds those that are there.
    pass
