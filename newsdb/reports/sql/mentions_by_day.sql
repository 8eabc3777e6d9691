-- How often people and organisations are named on each day; articles without a known day are left out.
-- :person (text, optional) only this person, in any spelling
-- :organisation (text, optional) only this organisation, by name or acronym
-- :outlet (text, optional) only in this outlet, by any of its names
-- :since (date, optional) only from this day on
-- :until (date, optional) only up to this day
-- :limit (integer, default 1000) how many rows
SELECT published_on, kind, name, count(DISTINCT article_id) AS articles, sum(mentions) AS mentions
FROM report.appearance
WHERE published_precision = 'day' AND mentions > 0
    -- Both asked for is either: each is in rows of its own.
    AND (%(person)s::text IS NULL AND %(organisation)s::text IS NULL
        OR person_id = ANY (%(person_ids)s::uuid[])
        OR organisation_id = ANY (%(organisation_ids)s::uuid[]))
    AND (%(outlet)s::text IS NULL OR outlet_id = ANY (%(outlet_ids)s::uuid[]))
    AND (%(since)s::date IS NULL OR published_on >= %(since)s::date)
    AND (%(until)s::date IS NULL OR published_on <= %(until)s::date)
GROUP BY published_on, kind, name, person_id, organisation_id
ORDER BY published_on, mentions DESC, name, person_id, organisation_id
LIMIT %(limit)s::integer
