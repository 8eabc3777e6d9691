-- Quotes, the latest first: who said what, as whom, where and how surely.
-- :person (text, optional) only of this person, in any spelling
-- :organisation (text, optional) only of this organisation, and of people as holders of a role in it
-- :outlet (text, optional) only in this outlet, by any of its names
-- :since (date, optional) only from this day on
-- :until (date, optional) only up to this day
-- :min_confidence (number, default 0) only those whose speaker is as sure as this, 0 to 1
-- :limit (integer, default 100) how many rows
SELECT published_on, outlet, headline, speaker, title, role_organisation, kind, words, method, confidence, article_id
FROM report.quote
WHERE (%(person)s::text IS NULL OR person_id = ANY ((SELECT report.people_named(%(person)s::text))::uuid[]))
    AND (%(organisation)s::text IS NULL
        OR organisation_id = ANY ((SELECT report.organisations_named(%(organisation)s::text))::uuid[])
        OR role_organisation_id = ANY ((SELECT report.organisations_named(%(organisation)s::text))::uuid[]))
    AND (%(outlet)s::text IS NULL OR outlet_id = ANY ((SELECT report.outlets_named(%(outlet)s::text))::uuid[]))
    AND (%(since)s::date IS NULL OR published_on >= %(since)s::date)
    AND (%(until)s::date IS NULL OR published_on <= %(until)s::date)
    AND confidence >= %(min_confidence)s::numeric
ORDER BY published_on DESC NULLS LAST, article_id, span_start, quote_id
LIMIT %(limit)s::integer
