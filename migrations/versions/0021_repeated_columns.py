"""What reports count, on the rows that they read: day, outlet and counts of an appearance, day and role of a quote.

All of it is told by one article alone, so that no load changes what another has written. Summary tables by speaker and
month would be changed by every load and locked by each until it commits; a count over these rows has a fifth of the
mentions and half of the quotes to read, and an index that holds all that is asked.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

APPEARANCES = ("person_appearance", "organisation_appearance")
TABLES = (*APPEARANCES, "quote_attribution", "article")
COLUMNS = {
    **dict.fromkeys(
        APPEARANCES,
        (
            ("as_of", sa.Date(), "Day of the article; NULL where that is unknown."),
            ("outlet_id", sa.Uuid(), "Outlet of the article; NULL where that is unknown."),
            ("mentions", sa.Integer(), "How many times the article prints the name."),
            ("quotes", sa.Integer(), "How many quotes of the article are by who is named."),
        ),
    ),
    "quote_attribution": (
        ("as_of", sa.Date(), "Day of the article; NULL where that is unknown."),
        (
            "role_claim_id",
            sa.Uuid(),
            "The role in which the article presents the speaker, of several the nearest to the words.",
        ),
    ),
    "article": (("quotes", sa.Integer(), "How many quotes its current version holds."),),
}
COMMENTS = {
    "person_appearance": "Who appears in which article, by the fullest name that the article gives, and how often.",
    "organisation_appearance": "Which organisation appears in which article, by the fullest name that the article"
    " gives, and how often.",
}
OLD_COMMENTS = {
    "person_appearance": "Who appears in which article, by the fullest name that the article gives.",
    "organisation_appearance": "Which organisation appears in which article, by the fullest name that the article"
    " gives.",
}
CHECKS = {
    **dict.fromkeys(APPEARANCES, ("counts", "mentions >= 0 AND quotes >= 0")),
    "quote_attribution": ("role", "role_claim_id IS NULL OR person_name_id IS NOT NULL"),
    "article": ("quotes", "quotes >= 0"),
}
REFERENCES = (
    ("person_appearance", "outlet_id", "outlet"),
    ("organisation_appearance", "outlet_id", "outlet"),
    ("quote_attribution", "role_claim_id", "role_claim"),
)
INCLUDED = ("article_version_id", "outlet_id", "mentions", "quotes")
# Name, table, columns, columns that the index holds besides.
INDEXES: tuple[tuple[str, str, list[Any], list[str]], ...] = (
    *(
        (f"{entity}_appearance_counted_idx", f"{entity}_appearance", [f"{entity}_name_id", "as_of"],
            ["article_id", *INCLUDED])
        for entity in ("person", "organisation")
    ),
    *(
        (f"{entity}_appearance_as_of_idx", f"{entity}_appearance", ["as_of"],
            [f"{entity}_name_id", "article_id", *INCLUDED])
        for entity in ("person", "organisation")
    ),
    *((f"{table}_outlet_id_idx", table, ["outlet_id"], []) for table in APPEARANCES),
    ("quote_attribution_person_name_id_as_of_idx", "quote_attribution", ["person_name_id", "as_of"], []),
    ("quote_attribution_organisation_name_id_as_of_idx", "quote_attribution", ["organisation_name_id", "as_of"], []),
    ("quote_attribution_latest_idx", "quote_attribution", [sa.text("as_of DESC NULLS LAST"), "article_id"], []),
    ("quote_attribution_role_claim_id_idx", "quote_attribution", ["role_claim_id"], []),
    ("organisation_name_idx", "organisation", ["name"], []),
    ("article_counted_idx", "article", ["outlet_id", "published_on"], ["published_precision", "quotes"]),
)  # fmt: skip
PARTIAL_INDEXES = {
    "quote_attribution_unpresented_idx": (
        "quote_attribution",
        ["person_name_id", "as_of"],
        "role_claim_id IS NULL AND person_name_id IS NOT NULL",
    ),
}
# What the new ones do as well.
OLD_INDEXES = (
    ("person_appearance_person_name_id_article_id_idx", "person_appearance", ["person_name_id", "article_id"]),
    (
        "organisation_appearance_organisation_name_id_article_id_idx",
        "organisation_appearance",
        ["organisation_name_id", "article_id"],
    ),
    ("quote_attribution_person_name_id_idx", "quote_attribution", ["person_name_id"]),
    ("quote_attribution_organisation_name_id_idx", "quote_attribution", ["organisation_name_id"]),
    ("article_outlet_id_published_on_idx", "article", ["outlet_id", "published_on"]),
)


def told_appearance(entity: str) -> str:
    """What other rows tell of each appearance, by its id."""
    return f"""
        SELECT e.id, e.article_version_id, a.published_on AS as_of, a.outlet_id,
            (SELECT count(*) FROM newsdb.mention AS m
                WHERE m.article_version_id = e.article_version_id AND m.{entity}_name_id = e.{entity}_name_id
            ) AS mentions,
            (SELECT count(*) FROM newsdb.quote_attribution AS s
                WHERE s.article_version_id = e.article_version_id AND s.{entity}_name_id = e.{entity}_name_id
                    AND s.rank = 1
            ) AS quotes
        FROM newsdb.{entity}_appearance AS e
        JOIN newsdb.article AS a ON a.id = e.article_id"""


TOLD_ATTRIBUTION = """
        SELECT s.id, s.article_version_id, a.published_on AS as_of, (
            SELECT r.id FROM newsdb.role_claim AS r
            WHERE r.article_version_id = s.article_version_id AND r.person_name_id = s.person_name_id
                AND (r.valid_to IS NULL OR a.published_on IS NULL OR r.valid_to >= a.published_on)
            ORDER BY abs(r.span_start - w.span_start), r.organisation_name_id IS NULL, r.span_start, r.id
            LIMIT 1
        ) AS role_claim_id
        FROM newsdb.quote_attribution AS s
        JOIN newsdb.article AS a ON a.id = s.article_id
        LEFT JOIN newsdb.quote_occurrence AS w ON w.quote_id = s.quote_id AND w.ordinal = 1"""
TOLD_ARTICLE = """
        SELECT v.article_id AS id, v.id AS article_version_id, (
            SELECT count(*) FROM newsdb.quote AS q WHERE q.article_version_id = v.id
        ) AS quotes
        FROM newsdb.article_version AS v WHERE v.is_current"""
TOLD = {
    "person_appearance": told_appearance("person"),
    "organisation_appearance": told_appearance("organisation"),
    "quote_attribution": TOLD_ATTRIBUTION,
    "article": TOLD_ARTICLE,
}
WHAT = {
    **dict.fromkeys(APPEARANCES, "its day, outlet or counts are not those of its article"),
    "quote_attribution": "its day or role is not that of its article",
    "article": "its number of quotes is not that of its current version",
}


# Its day was there before, told again by no row but the article.
DAY_OF_ROLE = """
    SELECT 'role_claim', r.id, r.article_version_id, 'its day is not that of its article'
    FROM newsdb.role_claim AS r JOIN newsdb.article AS a ON a.id = r.article_id
    WHERE r.as_of IS DISTINCT FROM a.published_on"""


def columns_of(table: str, alias: str) -> str:
    return ", ".join(f"{alias}.{name}" for name, _, _ in COLUMNS[table])


def filled(table: str) -> str:
    names = ", ".join(name for name, _, _ in COLUMNS[table])
    return (
        f"UPDATE newsdb.{table} AS e SET ({names}) = ROW({columns_of(table, 'told')})"
        f" FROM ({TOLD[table]}) AS told WHERE told.id = e.id"
    )


def violations(table: str) -> str:
    return f"""
    SELECT '{table}' AS table_name, e.id AS row_id, told.article_version_id, '{WHAT[table]}' AS what
    FROM newsdb.{table} AS e JOIN ({TOLD[table]}
    ) AS told ON told.id = e.id
    WHERE ({columns_of(table, "e")}) IS DISTINCT FROM ({columns_of(table, "told")})"""


def upgrade() -> None:
    for name, table, _ in OLD_INDEXES:
        op.drop_index(name, table_name=table, schema="newsdb")
    for table in TABLES:
        for name, kind, comment in COLUMNS[table]:
            op.add_column(table, sa.Column(name, kind, nullable=True, comment=comment), schema="newsdb")
        # None of what is proved changes.
        op.execute(f"ALTER TABLE newsdb.{table} DISABLE TRIGGER USER")
        op.execute(filled(table))
        op.execute(f"ALTER TABLE newsdb.{table} ENABLE TRIGGER USER")
        for name, kind, _ in COLUMNS[table]:
            if isinstance(kind, sa.Integer):
                op.alter_column(table, name, nullable=False, schema="newsdb")
        check, condition = CHECKS[table]
        op.create_check_constraint(op.f(f"{table}_{check}_check"), table, condition, schema="newsdb")
    for table, column, parent in REFERENCES:
        op.create_foreign_key(
            f"{table}_{column}_fkey", table, parent, [column], ["id"], source_schema="newsdb", referent_schema="newsdb"
        )
    for index, table, columns, included in INDEXES:
        op.create_index(index, table, columns, schema="newsdb", postgresql_include=included)
    for name, (table, columns, condition) in PARTIAL_INDEXES.items():
        op.create_index(name, table, columns, schema="newsdb", postgresql_where=sa.text(condition))
    for table, comment in COMMENTS.items():
        op.create_table_comment(table, comment, existing_comment=OLD_COMMENTS[table], schema="newsdb")
    op.execute(
        "CREATE VIEW newsdb.repeated_violation AS" + "\n    UNION ALL".join((*map(violations, TABLES), DAY_OF_ROLE))
    )
    op.execute(
        "COMMENT ON VIEW newsdb.repeated_violation IS"
        " 'Rows that repeat something else than other rows of their article tell; empty when all is well.'"
    )
    for column, comment in (
        ("table_name", "The table of the row."),
        ("row_id", "Id of the row."),
        ("article_version_id", "Its version, or the current one of the article."),
        ("what", "What is wrong with it."),
    ):
        op.execute(f"COMMENT ON COLUMN newsdb.repeated_violation.{column} IS '{comment}'")


def downgrade() -> None:
    op.execute("DROP VIEW newsdb.repeated_violation")
    for table, comment in OLD_COMMENTS.items():
        op.create_table_comment(table, comment, existing_comment=COMMENTS[table], schema="newsdb")
    # Their indexes, checks and references go with the columns, but for indexes that hold others as well.
    for name, (table, _, _) in PARTIAL_INDEXES.items():
        op.drop_index(name, table_name=table, schema="newsdb")
    for index, table, _, _ in INDEXES:
        op.drop_index(index, table_name=table, schema="newsdb")
    for table in TABLES:
        for name, _, _ in COLUMNS[table]:
            op.drop_column(table, name, schema="newsdb")
    for name, table, columns in OLD_INDEXES:
        op.create_index(name, table, columns, unique=False, schema="newsdb")
