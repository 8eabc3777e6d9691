"""What ties a quote to its speaker: an echo, a paper just named, several speakers in a row."""

import pytest

from tests.extraction.printed_article import Expected, assert_told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Même lassitude chez Omar Talbi, président du syndicat des commerçants : « "
            "Nous n'avons rien vendu depuis un mois. »",
            [("Omar Talbi", "Nous n'avons rien vendu depuis un mois.")],
        ),
        (
            "« Nous n'avons rien vendu », se plaint Omar Talbi, boulanger. Nadia Cherif, "
            "fleuriste, abonde dans le même sens : « C'est la pire saison depuis dix ans. »",
            [("Omar Talbi", "Nous n'avons rien vendu"), ("Nadia Cherif", "C'est la pire saison depuis dix ans.")],
        ),
        (
            "« Nous n'avons rien vendu », se plaint Omar Talbi, boulanger. Et Nadia Cherif "
            "d'ajouter : « C'est la pire saison depuis dix ans. »",
            [("Omar Talbi", "Nous n'avons rien vendu"), ("Nadia Cherif", "C'est la pire saison depuis dix ans.")],
        ),
        (
            "« Nous n'avons rien vendu », se plaint Omar Talbi, boulanger. Un avis que partage "
            "Nadia Cherif, fleuriste : « C'est la pire saison depuis dix ans. »",
            [("Omar Talbi", "Nous n'avons rien vendu"), ("Nadia Cherif", "C'est la pire saison depuis dix ans.")],
        ),
        (
            "Le mot de la fin revient à Omar Talbi : « L'école doit changer. »",
            [("Omar Talbi", "L'école doit changer.")],
        ),
        (
            "Réaction d'Omar Talbi : « L'école doit changer. »",
            [("Omar Talbi", "L'école doit changer.")],
        ),
        (
            "« C'est du jamais-vu », s'étonne Omar Talbi. Un étonnement partagé par Nadia Cherif "
            ": « Je n'ai pas dormi de la nuit. »",
            [("Omar Talbi", "C'est du jamais-vu"), ("Nadia Cherif", "Je n'ai pas dormi de la nuit.")],
        ),
        (
            "« C'est du jamais-vu », s'étonne Omar Talbi. Nadia Cherif, elle, n'est pas surprise "
            ": « On nous avait prévenus. »",
            [("Omar Talbi", "C'est du jamais-vu"), ("Nadia Cherif", "On nous avait prévenus.")],
        ),
        (
            "« C'est du jamais-vu », s'étonne Omar Talbi, pour qui l'État doit intervenir.",
            [("Omar Talbi", "C'est du jamais-vu"), ("Omar Talbi", "l'État doit intervenir")],
        ),
    ],
)
def test_an_echo_names_the_next_speaker(text: str, expected: Expected) -> None:
    assert_told(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Le journal El Khabar rapporte que la gare sera livrée en mars. Citant une source "
            "proche du dossier, le quotidien arabophone précise que le retard est de six mois.",
            [("El Khabar", "la gare sera livrée en mars"), ("El Khabar", "le retard est de six mois")],
        ),
        (
            "Selon Al Massae, la gare sera livrée en mars. Le quotidien précise que le retard est de six mois.",
            [("Al Massae", "la gare sera livrée en mars"), ("Al Massae", "le retard est de six mois")],
        ),
    ],
)
def test_a_review_of_the_press_goes_on_with_its_paper(text: str, expected: Expected) -> None:
    assert_told(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "« Nous ne céderons pas », a écrit Omar Talbi sur sa page Facebook.",
            [("Omar Talbi", "Nous ne céderons pas")],
        ),
        (
            "Dans un tweet, Omar Talbi a réagi : « Nous ne céderons pas ».",
            [("Omar Talbi", "Nous ne céderons pas")],
        ),
        (
            "Sur X, Omar Talbi a réagi : « Nous ne céderons pas ». « La suite viendra demain », "
            "peut-on lire dans son message.",
            [("Omar Talbi", "Nous ne céderons pas"), ("Omar Talbi", "La suite viendra demain")],
        ),
        (
            "Sur son compte X, le ministre des Transports, Omar Talbi, s'est félicité de "
            "l'ouverture de la ligne : « Promesse tenue ! Bravo aux équipes. »",
            [("Omar Talbi", "Promesse tenue ! Bravo aux équipes.")],
        ),
    ],
)
def test_posts_and_messages_are_speech(text: str, expected: Expected) -> None:
    assert_told(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Le libraire ouvre à neuf heures. « Je ne ferme jamais le dimanche », sourit Omar "
            "Talbi. Le libraire ajoute qu'il lit une heure par jour.",
            [("Omar Talbi", "Je ne ferme jamais le dimanche"), ("Omar Talbi", "il lit une heure par jour")],
        ),
        (
            "Omar Talbi a rencontré les riverains. « Les travaux seront finis en mai », a promis "
            "le responsable. L'intéressé a ajouté que le budget est bouclé.",
            [("Omar Talbi", "Les travaux seront finis en mai"), ("Omar Talbi", "le budget est bouclé")],
        ),
        (
            "Omar Talbi, directeur de l'hydraulique, a présenté le projet. Le même responsable a "
            "fait savoir que les travaux dureront six mois. L'orateur a insisté sur le fait que "
            "l'eau sera potable.",
            [("Omar Talbi", "les travaux dureront six mois"), ("Omar Talbi", "l'eau sera potable")],
        ),
        (
            "Nadia Cherif, cheffe du service, a présenté le projet. La responsable a fait savoir "
            "que les travaux dureront six mois. Cette dernière a assuré que l'eau sera potable.",
            [("Nadia Cherif", "les travaux dureront six mois"), ("Nadia Cherif", "l'eau sera potable")],
        ),
        (
            "Le conférencier, Omar Talbi, a rappelé que la ville compte huit siècles. "
            "L'intervenant a regretté que ses remparts soient à l'abandon.",
            [("Omar Talbi", "la ville compte huit siècles"), ("Omar Talbi", "ses remparts soient à l'abandon")],
        ),
        (
            "Omar Talbi dirige l'entreprise depuis 2010. Le patron de l'usine estime que la concurrence est déloyale.",
            [("Omar Talbi", "la concurrence est déloyale")],
        ),
    ],
)
def test_titles_without_a_name_find_their_holder(text: str, expected: Expected) -> None:
    assert_told(text, expected)
