"""Reprints: sketches of bodies, links between articles that print one story, and the views that count stories."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

# How much of the shorter body the longer holds, where that makes them one story; else NULL. Of two signatures that agree
# in a share j of their places, the bodies share j / (1 + j) of all their shingles. Names and figures must agree too:
# items of one wording differ in them. Where there are hardly any, the words themselves must agree more.
STORY_SIMILARITY = """
CREATE FUNCTION newsdb.story_similarity(
    signature integer[], shingles integer, telling integer[],
    other_signature integer[], other_shingles integer, other_telling integer[]
) RETURNS numeric LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (
    SELECT CASE
        WHEN least(shingles, other_shingles) * 3 >= greatest(shingles, other_shingles)
            AND held.share >= CASE WHEN words.fewer < 3 THEN 0.9 ELSE 0.6 END
            AND words.shared >= 0.8 * words.fewer
        THEN least(held.share, 1)::numeric(3, 2) END
    FROM (
        SELECT round(agreed.places * (shingles + other_shingles)::numeric
            / ((cardinality(signature) + agreed.places) * least(shingles, other_shingles)), 2) AS share
        FROM (
            SELECT count(*) AS places FROM unnest(signature, other_signature) AS s (one, other) WHERE s.one = s.other
        ) AS agreed
    ) AS held
    CROSS JOIN (
        SELECT count(*) AS shared, least(cardinality(telling), cardinality(other_telling)) AS fewer
        FROM unnest(telling) AS t (word) WHERE t.word = ANY (other_telling)
    ) AS words
)
"""

# Every column of a view stays where it is; new ones come last.
ARTICLE = """
CREATE OR REPLACE VIEW report.article AS
SELECT
    a.id AS article_id, a.headline, a.outlet_id, o.name AS outlet, o.country, a.republisher_id,
    r.name AS republisher, a.published_on, a.published_precision,
    (SELECT string_agg(s.name, ', ' ORDER BY s.ordinal)
        FROM newsdb.article_author AS s WHERE s.article_version_id = v.id) AS authors,
    a.section, a.language, a.canonical_url,
    (SELECT string_agg(DISTINCT n.name, ', ' ORDER BY n.name)
        FROM newsdb.article_source AS f JOIN newsdb.source_file_name AS n ON n.source_file_id = f.source_file_id
        WHERE f.article_id = a.id) AS files,
    v.story_length,
    (SELECT count(*) FROM newsdb.quote AS q WHERE q.article_version_id = v.id) AS quotes,
    (SELECT count(DISTINCT p.person_id)
        FROM newsdb.mention AS m JOIN newsdb.person_name AS p ON p.id = m.person_name_id
        WHERE m.article_version_id = v.id) AS people,
    (SELECT count(DISTINCT n.organisation_id)
        FROM newsdb.mention AS m JOIN newsdb.organisation_name AS n ON n.id = m.organisation_name_id
        WHERE m.article_version_id = v.id) AS organisations{more}
FROM newsdb.article AS a
JOIN newsdb.article_version AS v ON v.article_id = a.id AND v.is_current
LEFT JOIN newsdb.outlet AS o ON o.id = a.outlet_id
LEFT JOIN newsdb.outlet AS r ON r.id = a.republisher_id{joined}
"""
MOST_QUOTED = """
CREATE OR REPLACE VIEW report.most_quoted AS
SELECT coalesce(p.name, o.name) AS speaker, s.speaker_kind, p.id AS person_id, o.id AS organisation_id,
    count(*) AS quotes, count(DISTINCT s.article_id) AS articles, count(DISTINCT a.outlet_id) AS outlets,
    min(a.published_on) AS first_seen, max(a.published_on) AS last_seen{more}
FROM newsdb.quote_attribution AS s
JOIN newsdb.article_version AS v ON v.id = s.article_version_id AND v.is_current
JOIN newsdb.article AS a ON a.id = s.article_id{joined}
LEFT JOIN newsdb.person_name AS pn ON pn.id = s.person_name_id
LEFT JOIN newsdb.person AS p ON p.id = pn.person_id
LEFT JOIN newsdb.organisation_name AS n ON n.id = s.organisation_name_id
LEFT JOIN newsdb.organisation AS o ON o.id = n.organisation_id
WHERE s.rank = 1 AND s.speaker_kind IN ('person', 'organisation')
GROUP BY p.id, p.name, o.id, o.name, s.speaker_kind
"""
JOINED_STORY = "\nLEFT JOIN newsdb.article_story AS t ON t.article_id = a.id"

# Both ways round, so that a filter on either column finds all.
REPRINT = """
CREATE VIEW report.reprint AS
SELECT r.article_id, a.headline, o.name AS outlet, a.published_on, r.reprint_id, b.headline AS reprint_headline,
    p.name AS reprint_outlet, b.published_on AS reprint_published_on, r.similarity
FROM (
    SELECT article_id, reprint_id, similarity FROM newsdb.article_reprint
    UNION ALL
    SELECT reprint_id, article_id, similarity FROM newsdb.article_reprint
) AS r
JOIN newsdb.article AS a ON a.id = r.article_id
LEFT JOIN newsdb.outlet AS o ON o.id = a.outlet_id
JOIN newsdb.article AS b ON b.id = r.reprint_id
LEFT JOIN newsdb.outlet AS p ON p.id = b.outlet_id
"""
STORY = """
CREATE VIEW report.story AS
SELECT g.story_id, g.headline, g.prints, g.outlets, g.outlet_names, g.first_seen, g.last_seen
FROM (
    SELECT coalesce(s.story_id, a.id) AS story_id,
        (array_agg(a.headline ORDER BY a.published_on, a.id))[1] AS headline, count(*) AS prints,
        count(DISTINCT a.outlet_id) AS outlets,
        string_agg(DISTINCT o.name, ', ' ORDER BY o.name) AS outlet_names,
        min(a.published_on) AS first_seen, max(a.published_on) AS last_seen
    FROM newsdb.article AS a
    LEFT JOIN newsdb.article_story AS s ON s.article_id = a.id
    LEFT JOIN newsdb.outlet AS o ON o.id = a.outlet_id
    GROUP BY 1
) AS g
"""
COMMENTS = {
    "VIEW report.reprint": "Articles that print one story, each pair both ways round.",
    "COLUMN report.reprint.article_id": "Id of the one article.",
    "COLUMN report.reprint.headline": "Headline of the one.",
    "COLUMN report.reprint.outlet": "Outlet of the one; NULL where the page does not say.",
    "COLUMN report.reprint.published_on": "Day of the one.",
    "COLUMN report.reprint.reprint_id": "Id of the other article.",
    "COLUMN report.reprint.reprint_headline": "Headline of the other.",
    "COLUMN report.reprint.reprint_outlet": "Outlet of the other; NULL where the page does not say.",
    "COLUMN report.reprint.reprint_published_on": "Day of the other.",
    "COLUMN report.reprint.similarity": "How much of the shorter body the longer one holds, 0 to 1, as estimated.",
    "VIEW report.story": "Every story once, however many articles print it. Count here for stories, in article for prints.",
    "COLUMN report.story.story_id": "Id of the story: the smallest id among its articles.",
    "COLUMN report.story.headline": "Headline of its first print with a known day.",
    "COLUMN report.story.prints": "How many articles print it.",
    "COLUMN report.story.outlets": "In how many known outlets.",
    "COLUMN report.story.outlet_names": "Which outlets, in alphabetical order.",
    "COLUMN report.story.first_seen": "Day of the first print with a known day.",
    "COLUMN report.story.last_seen": "Day of the last print with a known day.",
    "COLUMN report.article.story_id": "Id of the story, which reprints of it share; the own id where there are none.",
    "COLUMN report.most_quoted.stories": "Number of stories in which: articles that are reprints of each other are one.",
}


def comments_of(view: str) -> dict[str, str]:
    """The comments of a view and of the columns that it keeps."""
    columns = op.get_bind().execute(
        sa.text(
            "SELECT attname, col_description(attrelid, attnum) FROM pg_attribute"
            f" WHERE attrelid = 'report.{view}'::regclass AND attnum > 0 AND attname NOT IN ('story_id', 'stories')"
        )
    )
    whole = op.get_bind().execute(sa.text(f"SELECT obj_description('report.{view}'::regclass, 'pg_class')"))
    return {f"VIEW report.{view}": whole.scalar_one()} | {
        f"COLUMN report.{view}.{column}": comment for column, comment in columns
    }


def upgrade() -> None:
    create_tables()
    op.execute(STORY_SIMILARITY)
    op.execute(
        "COMMENT ON FUNCTION newsdb.story_similarity(integer[], integer, integer[], integer[], integer, integer[]) IS"
        " 'How much of the shorter of two bodies the longer holds, from their sketches; NULL where they are two stories.'"
    )
    op.execute(ARTICLE.format(more=",\n    coalesce(t.story_id, a.id) AS story_id", joined=JOINED_STORY))
    op.execute(
        MOST_QUOTED.format(more=",\n    count(DISTINCT coalesce(t.story_id, a.id)) AS stories", joined=JOINED_STORY)
    )
    op.execute(REPRINT)
    op.execute(STORY)
    for thing, comment in COMMENTS.items():
        op.execute(f"COMMENT ON {thing} IS '{comment}'")


def create_tables() -> None:
    op.create_table(
        "story_sketch",
        sa.Column("article_version_id", sa.Uuid(), nullable=False, comment="The version."),
        sa.Column("article_id", sa.Uuid(), nullable=False, comment="The article."),
        sa.Column(
            "shingle_count",
            sa.Integer(),
            nullable=False,
            comment="How many different sequences of four words the body has.",
        ),
        sa.Column(
            "signature",
            postgresql.ARRAY(sa.Integer()),
            nullable=False,
            comment="MinHash of these sequences: two bodies agree in as many places as they share of them.",
        ),
        sa.Column(
            "bands",
            postgresql.ARRAY(sa.Integer()),
            nullable=False,
            comment="Hashes of parts of the signature; bodies that share none are not compared.",
        ),
        sa.Column(
            "telling",
            postgresql.ARRAY(sa.Integer()),
            nullable=False,
            comment="Hashes of the names and figures in the body, in which items of one wording differ.",
        ),
        sa.CheckConstraint("shingle_count > 0", name=op.f("story_sketch_shingle_count_check")),
        sa.ForeignKeyConstraint(["article_id"], ["newsdb.article.id"], name=op.f("story_sketch_article_id_fkey")),
        sa.ForeignKeyConstraint(
            ["article_version_id"], ["newsdb.article_version.id"], name=op.f("story_sketch_article_version_id_fkey")
        ),
        sa.PrimaryKeyConstraint("article_version_id", name=op.f("story_sketch_pkey")),
        schema="newsdb",
        comment="A sketch of the body of each version that is long enough, by which reprints are found.",
    )
    op.create_index(op.f("story_sketch_article_id_idx"), "story_sketch", ["article_id"], schema="newsdb")
    op.create_index(
        op.f("story_sketch_bands_idx"),
        "story_sketch",
        ["bands"],
        schema="newsdb",
        postgresql_using="gin",
        postgresql_with={"fastupdate": "off"},
    )
    op.create_table(
        "article_reprint",
        sa.Column("id", sa.Uuid(), nullable=False, comment="Hash of ('article_reprint', article_id, reprint_id)."),
        sa.Column("article_id", sa.Uuid(), nullable=False, comment="The one with the smaller id."),
        sa.Column("reprint_id", sa.Uuid(), nullable=False, comment="The other."),
        sa.Column(
            "similarity",
            sa.Numeric(precision=3, scale=2),
            nullable=False,
            comment="How much of the shorter body the longer one holds, as estimated from the sketches.",
        ),
        sa.CheckConstraint(
            "id = newsdb.key_id('article_reprint', article_id::text, reprint_id::text)",
            name=op.f("article_reprint_id_check"),
        ),
        sa.CheckConstraint("article_id < reprint_id", name=op.f("article_reprint_order_check")),
        sa.CheckConstraint("similarity BETWEEN 0 AND 1", name=op.f("article_reprint_similarity_check")),
        sa.ForeignKeyConstraint(["article_id"], ["newsdb.article.id"], name=op.f("article_reprint_article_id_fkey")),
        sa.ForeignKeyConstraint(["reprint_id"], ["newsdb.article.id"], name=op.f("article_reprint_reprint_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("article_reprint_pkey")),
        sa.UniqueConstraint("article_id", "reprint_id", name=op.f("article_reprint_article_id_reprint_id_key")),
        schema="newsdb",
        comment="Pairs of articles that print one story, as their bodies tell. Neither is the original.",
    )
    op.create_index(op.f("article_reprint_reprint_id_idx"), "article_reprint", ["reprint_id"], schema="newsdb")
    op.create_table(
        "article_story",
        sa.Column("article_id", sa.Uuid(), nullable=False, comment="The article."),
        sa.Column(
            "story_id",
            sa.Uuid(),
            nullable=False,
            comment="The smallest id among all articles that hang together by reprints.",
        ),
        sa.ForeignKeyConstraint(["article_id"], ["newsdb.article.id"], name=op.f("article_story_article_id_fkey")),
        sa.ForeignKeyConstraint(["story_id"], ["newsdb.article.id"], name=op.f("article_story_story_id_fkey")),
        sa.PrimaryKeyConstraint("article_id", name=op.f("article_story_pkey")),
        schema="newsdb",
        comment="Which story an article prints; articles without a reprint are stories of their own and not here.",
    )
    op.create_index(op.f("article_story_story_id_idx"), "article_story", ["story_id"], schema="newsdb")


def downgrade() -> None:
    # A view loses columns only by being made anew, and its comments with it.
    comments = comments_of("article") | comments_of("most_quoted")
    for view in ("story", "reprint", "article", "most_quoted"):
        op.execute(f"DROP VIEW report.{view}")
    op.execute(ARTICLE.format(more="", joined=""))
    op.execute(MOST_QUOTED.format(more="", joined=""))
    for thing, comment in comments.items():
        op.execute(
            sa.text(f"COMMENT ON {thing} IS :comment").bindparams(
                sa.bindparam("comment", comment, literal_execute=True)
            )
        )
    op.execute("DROP FUNCTION newsdb.story_similarity(integer[], integer, integer[], integer[], integer, integer[])")
    for table in ("article_story", "article_reprint", "story_sketch"):
        op.drop_table(table, schema="newsdb")
