-- What a person said, as whom and where it is printed.
-- :person (text) name, in any spelling
-- :outlet (text, optional) only in this outlet, by any of its names
-- :since (date, optional) only from this day on
-- :until (date, optional) only up to this day
-- :min_confidence (number, default 0) only quotes whose speaker is as sure as this, 0 to 1
-- :limit (integer, optional) how many rows; all of them if left out
SELECT published_on, outlet, headline, speaker, title, role_organisation, kind, words, method, confidence, sentence,
    quote_id
FROM report.quote
WHERE person_id = ANY (%(person_ids)s::uuid[])
    AND (%(outlet)s::text IS NULL OR outlet_id = ANY (%(outlet_ids)s::uuid[]))
    AND (%(since)s::date IS NULL OR published_on >= %(since)s::date)
    AND (%(until)s::date IS NULL OR published_on <= %(until)s::date)
    AND confidence >= %(min_confidence)s::numeric
ORDER BY published_on, article_id, span_start
LIMIT %(limit)s::integer
