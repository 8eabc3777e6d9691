-- What a person said, as whom and where it is printed.
-- :person (text) name, in any spelling
-- :min_confidence (number, default 0) only quotes whose speaker is as sure as this, 0 to 1
SELECT published_on, outlet, headline, speaker, title, role_organisation, kind, words, method, confidence, sentence
FROM report.quote
WHERE person_id = ANY ((SELECT report.people_named(%(person)s::text))::uuid[])
    AND confidence >= %(min_confidence)s::numeric
ORDER BY published_on, article_id, span_start
