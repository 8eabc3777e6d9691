"""A span that ends behind its text is refused, also where its words are the last of the text.

The triggers saw that such a span is longer than its words, and then asked which row differs by a comparison that had
the text end where the words do: nothing was found, and nothing refused. The view of what is broken asked the same.
"""

from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

# Table, start, end and words of each span that is compared with the text.
SPANS = (
    ("mention", "span_start", "span_end", "surface"),
    ("role_claim", "span_start", "span_end", "title"),
    ("article_author", "span_start", "span_end", "name"),
    ("quote", "question_start", "question_end", "question"),
    ("quote_occurrence", "span_start", "span_end", "words"),
    ("quote_attribution", "cue_start", "cue_end", "cue"),
    ("quote_attribution", "speaker_start", "speaker_end", "speaker_words"),
)
# As migrations have written it, and as PostgreSQL keeps a view.
IN_FUNCTION = (
    "substr(t.body, n.{start} + 1, n.{end} - n.{start}) <> n.{words}",
    "char_length(n.{words}) <> n.{end} - n.{start}",
)
IN_VIEW = (
    "(substr(t.body, (n.{start} + 1), (n.{end} - n.{start})) <> n.{words})",
    "(char_length(n.{words}) <> (n.{end} - n.{start}))",
)


def changes(style: tuple[str, str], *, with_length: bool) -> list[tuple[str, str, str]]:
    """Of each table, what stands there and what is to stand there."""
    told = []
    for table, start, end, words in SPANS:
        compared, length = (part.format(start=start, end=end, words=words) for part in style)
        told.append((table, compared, f"({compared} OR {length})") if with_length else (table, f" OR {length}", ""))
    return told


def replace(source: str, run: str, pairs: list[tuple[str, str]]) -> None:
    """Run what the server has kept of a function or view, with each of these replaced by its like."""
    steps = "\n".join(
        f"""
            IF strpos(definition, '{old}') = 0 THEN
                RAISE EXCEPTION 'what is to be changed is not there: {old}';
            END IF;
            definition := replace(definition, '{old}', '{new}');"""
        for old, new in pairs
    )
    op.execute(f"""
        DO $replace$
        DECLARE definition text := {source};
        BEGIN {steps}
            EXECUTE {run};
        END $replace$""")


def compare(*, with_length: bool) -> None:
    def pairs(style: tuple[str, str], table: str | None = None) -> list[tuple[str, str]]:
        found = changes(style, with_length=with_length)
        # Several tables may have a span of the same names: replaced once, all of them are.
        return list(dict.fromkeys((old, new) for name, old, new in found if table in (None, name)))

    for table in dict.fromkeys(table for table, *_ in SPANS):
        source = f"pg_get_functiondef('newsdb.{table}_evidence()'::regprocedure)"
        replace(source, "definition", pairs(IN_FUNCTION, table))
    view = "'CREATE OR REPLACE VIEW newsdb.evidence_violation AS ' || definition"
    replace("pg_get_viewdef('newsdb.evidence_violation'::regclass)", view, pairs(IN_VIEW))


def upgrade() -> None:
    compare(with_length=True)


def downgrade() -> None:
    compare(with_length=False)
