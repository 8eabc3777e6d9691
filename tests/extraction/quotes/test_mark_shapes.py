"""Quotation marks of every shape that papers print, also the wrong ones."""

import pytest

from tests.extraction.printed_article import Expected, assert_told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "‘‘Le marché a besoin de règles claires’’, a déclaré Karim Benali, président de la fédération.",
            [("Karim Benali", "Le marché a besoin de règles claires")],
        ),
        (
            "’’Le marché a besoin de règles claires’’, a déclaré Karim Benali, président de la "
            "fédération. Il a ajouté : ’’Nous ne céderons rien sur ce point.’’",
            [
                ("Karim Benali", "Le marché a besoin de règles claires"),
                ("Karim Benali", "Nous ne céderons rien sur ce point."),
            ],
        ),
        (
            "''Le marché a besoin de règles claires'', a déclaré Karim Benali. ''Nous ne céderons"
            " rien'', a-t-il prévenu.",
            [("Karim Benali", "Le marché a besoin de règles claires"), ("Karim Benali", "Nous ne céderons rien")],
        ),
        (
            "‹ Le marché a besoin de règles claires ›, a déclaré Karim Benali.",
            [("Karim Benali", "Le marché a besoin de règles claires")],
        ),
        (
            "„Le marché a besoin de règles claires“, a déclaré Karim Benali.",
            [("Karim Benali", "Le marché a besoin de règles claires")],
        ),
        (
            "„Le marché a besoin de règles claires”, a déclaré Karim Benali.",
            [("Karim Benali", "Le marché a besoin de règles claires")],
        ),
        (
            "« Le marché a besoin de règles claires « , a déclaré Karim Benali. « Nous ne "
            "céderons rien », a-t-il prévenu.",
            [("Karim Benali", "Le marché a besoin de règles claires"), ("Karim Benali", "Nous ne céderons rien")],
        ),
        (
            "‘Le marché a besoin de règles claires’, a déclaré Karim Benali.",
            [("Karim Benali", "Le marché a besoin de règles claires")],
        ),
        (
            "“Le marché a besoin de règles claires“, a déclaré Karim Benali.",
            [("Karim Benali", "Le marché a besoin de règles claires")],
        ),
        (
            "”Le marché a besoin de règles claires”, a déclaré Karim Benali.",
            [("Karim Benali", "Le marché a besoin de règles claires")],
        ),
        (
            "<<Le marché a besoin de règles claires>>, a déclaré Karim Benali.",
            [("Karim Benali", "Le marché a besoin de règles claires")],
        ),
        (
            "Nacer Lounis est revenu sur son carton rouge. ’’Je n’aurais pas dû crier. L’arbitre "
            "a fait son travail.’’ Sur le match, il concède qu’il a été surpris. ’’On a manqué de"
            " jambes.’’",
            [
                ("Nacer Lounis", "Je n’aurais pas dû crier. L’arbitre a fait son travail."),
                ("Nacer Lounis", "il a été surpris"),
                ("Nacer Lounis", "On a manqué de jambes."),
            ],
        ),
    ],
)
def test_marks_of_any_shape_hold_speech(text: str, expected: Expected) -> None:
    assert_told(text, expected)
