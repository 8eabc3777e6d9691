-- Organisations, those in most articles first.
-- :outlet (text, optional) only in this outlet, by any of its names
-- :since (date, optional) only from this day on
-- :until (date, optional) only up to this day
-- :limit (integer, default 100) how many rows
SELECT o.organisation, o.acronym, o.kind, coalesce(m.articles, 0) AS articles, coalesce(m.mentions, 0) AS mentions,
    coalesce(q.quotes, 0) AS quotes, m.first_seen, m.last_seen, o.names
FROM report.organisation AS o
LEFT JOIN (
    SELECT organisation_id, count(DISTINCT article_id) AS articles, count(*) AS mentions,
        min(published_on) AS first_seen, max(published_on) AS last_seen
    FROM report.mention
    WHERE organisation_id IS NOT NULL
        AND (%(outlet)s::text IS NULL OR outlet_id = ANY (%(outlet_ids)s::uuid[]))
        AND (%(since)s::date IS NULL OR published_on >= %(since)s::date)
        AND (%(until)s::date IS NULL OR published_on <= %(until)s::date)
    GROUP BY organisation_id
) AS m ON m.organisation_id = o.organisation_id
LEFT JOIN (
    SELECT organisation_id, count(*) AS quotes
    FROM report.quote
    WHERE organisation_id IS NOT NULL
        AND (%(outlet)s::text IS NULL OR outlet_id = ANY (%(outlet_ids)s::uuid[]))
        AND (%(since)s::date IS NULL OR published_on >= %(since)s::date)
        AND (%(until)s::date IS NULL OR published_on <= %(until)s::date)
    GROUP BY organisation_id
) AS q ON q.organisation_id = o.organisation_id
WHERE m.organisation_id IS NOT NULL OR q.organisation_id IS NOT NULL
    OR (%(outlet)s::text IS NULL AND %(since)s::date IS NULL AND %(until)s::date IS NULL)
ORDER BY articles DESC, mentions DESC, o.organisation, o.organisation_id
LIMIT %(limit)s::integer
