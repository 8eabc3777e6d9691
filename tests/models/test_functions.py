"""What checks and indexes ask of words gives what the plain statement of it gives, in fewer steps."""

import re

from sqlalchemy import Engine, text

LETTERS = (
    "array_to_string("
    "ARRAY(SELECT chr(code) FROM generate_series(1, 65535) AS code WHERE code NOT BETWEEN 55296 AND 57343), '')"
)


def test_name_is_folded_to_words_with_one_space_between_them(engine: Engine) -> None:
    plain = "btrim(regexp_replace(lower(newsdb.fold_accents(name)), '[^[:alnum:]]+', ' ', 'g'))"
    with engine.connect() as connection:
        names = connection.execute(
            text(f"""
            SELECT name, newsdb.fold_name(name), {plain} FROM (
                SELECT {LETTERS} AS name
                UNION ALL SELECT unnest(ARRAY[
                    'Noël  Ÿ-Žid', ' l’Économiste, « Tout »…', 'A.B.C.', 'x  y   z', E'a\\tb\\u00a0c',
                    '', ' ', '—', 'déjà', 'deja'])
            ) AS named
            """)
        ).all()
    assert len(names) == 11
    assert [folded for _, folded, _ in names] == [said for _, _, said in names]
    assert {name: folded for name, folded, _ in names}[" l’Économiste, « Tout »…"] == "l economiste tout"


def test_characters_that_are_not_looked_up_are_in_normal_form_beside_any_other_of_them(engine: Engine) -> None:
    with engine.connect() as connection:
        check = connection.execute(
            text("SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'article_text_nfc_check'")
        ).scalar_one()
        looked_up = re.search(r"'(\[\^.+\])'", check)
        assert looked_up is not None
        plain = f"SELECT character FROM regexp_split_to_table({LETTERS}, '') AS character WHERE character !~ :looked_up"
        count, is_normal = connection.execute(
            text(f"""
            WITH plain AS MATERIALIZED ({plain})
            SELECT (SELECT count(*) FROM plain), string_agg(one.character || other.character, '') IS NFC NORMALIZED
            FROM plain AS one CROSS JOIN plain AS other
            """),
            {"looked_up": looked_up[1]},
        ).one()
    assert count > 900
    assert is_normal
