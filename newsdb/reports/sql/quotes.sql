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
WHERE (%(person)s::text IS NULL OR person_id = ANY (%(person_ids)s::uuid[]))
    AND (%(outlet)s::text IS NULL OR outlet_id = ANY (%(outlet_ids)s::uuid[]))
    AND (%(since)s::date IS NULL OR published_on >= %(since)s::date)
    AND (%(until)s::date IS NULL OR published_on <= %(until)s::date)
    -- Each way to belong to an organisation is found by its own index; a role that is not told of the name of the quote,
    -- by who ever held one there.
    AND (%(organisation)s::text IS NULL OR quote_id = ANY (ARRAY(
        SELECT quote_id FROM report.quote
        WHERE organisation_id = ANY (%(organisation_ids)s::uuid[])
        UNION ALL
        SELECT quote_id FROM report.quote
        WHERE presented_organisation_id = ANY (%(organisation_ids)s::uuid[])
        UNION ALL
        SELECT quote_id FROM report.quote
        WHERE NOT is_presented AND role_organisation_id = ANY (%(organisation_ids)s::uuid[])
            AND person_id = ANY (ARRAY(
                SELECT person_id FROM report.role_timeline
                WHERE organisation_id = ANY (%(organisation_ids)s::uuid[]))))))
    AND confidence >= %(min_confidence)s::numeric
ORDER BY published_on DESC NULLS LAST, article_id, span_start, quote_id
LIMIT %(limit)s::integer
