-- People, those in most articles first.
-- :outlet (text, optional) only in this outlet, by any of its names
-- :since (date, optional) only from this day on
-- :until (date, optional) only up to this day
-- :limit (integer, default 100) how many rows
SELECT p.person, coalesce(m.articles, 0) AS articles, coalesce(m.mentions, 0) AS mentions,
    coalesce(q.quotes, 0) AS quotes, m.first_seen, m.last_seen, p.names
FROM report.person AS p
LEFT JOIN (
    SELECT person_id, count(DISTINCT article_id) AS articles, count(*) AS mentions,
        min(published_on) AS first_seen, max(published_on) AS last_seen
    FROM report.mention
    WHERE person_id IS NOT NULL
        AND (%(outlet)s::text IS NULL OR outlet_id = ANY (%(outlet_ids)s::uuid[]))
        AND (%(since)s::date IS NULL OR published_on >= %(since)s::date)
        AND (%(until)s::date IS NULL OR published_on <= %(until)s::date)
    GROUP BY person_id
) AS m ON m.person_id = p.person_id
LEFT JOIN (
    SELECT person_id, count(*) AS quotes
    FROM report.quote
    WHERE person_id IS NOT NULL
        AND (%(outlet)s::text IS NULL OR outlet_id = ANY (%(outlet_ids)s::uuid[]))
        AND (%(since)s::date IS NULL OR published_on >= %(since)s::date)
        AND (%(until)s::date IS NULL OR published_on <= %(until)s::date)
    GROUP BY person_id
) AS q ON q.person_id = p.person_id
-- Without a filter those too who only sign.
WHERE m.person_id IS NOT NULL OR q.person_id IS NOT NULL
    OR (%(outlet)s::text IS NULL AND %(since)s::date IS NULL AND %(until)s::date IS NULL)
ORDER BY articles DESC, mentions DESC, p.person, p.person_id
LIMIT %(limit)s::integer
