-- Organisations, those in most articles first.
-- :outlet (text, optional) only in this outlet, by any of its names
-- :since (date, optional) only from this day on
-- :until (date, optional) only up to this day
-- :limit (integer, default 100) how many rows
WITH counted AS (
    SELECT organisation_id, count(DISTINCT article_id) FILTER (WHERE mentions > 0) AS articles,
        sum(mentions) AS mentions, sum(quotes) AS quotes, min(published_on) FILTER (WHERE mentions > 0) AS first_seen,
        max(published_on) FILTER (WHERE mentions > 0) AS last_seen
    FROM report.appearance
    WHERE organisation_id IS NOT NULL
        AND (%(outlet)s::text IS NULL OR outlet_id = ANY (%(outlet_ids)s::uuid[]))
        AND (%(since)s::date IS NULL OR published_on >= %(since)s::date)
        AND (%(until)s::date IS NULL OR published_on <= %(until)s::date)
    GROUP BY organisation_id
    -- Without a filter those too that only a role implies.
    HAVING sum(mentions + quotes) > 0 OR num_nonnulls(%(outlet)s::text, %(since)s::date, %(until)s::date) = 0
), first AS (
    -- All that may be shown, so that names are looked up of no more.
    SELECT * FROM counted ORDER BY articles DESC, mentions DESC FETCH FIRST (%(limit)s::integer) ROWS WITH TIES
)
SELECT e.organisation, e.acronym, e.kind, f.articles, f.mentions, f.quotes, f.first_seen, f.last_seen,
    e.names
FROM first AS f
JOIN report.organisation AS e USING (organisation_id)
ORDER BY articles DESC, mentions DESC, e.organisation, organisation_id
LIMIT %(limit)s::integer
