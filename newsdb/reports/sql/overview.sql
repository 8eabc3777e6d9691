-- How much there is of everything; with --format html a page of charts and tables.
-- :since (date, optional) only from this day on; roles that an article of this day or later tells
-- :until (date, optional) only up to this day; roles that an article of this day or earlier tells
WITH chosen AS (
    SELECT count(*) AS articles, count(DISTINCT outlet_id) AS outlets, sum(quotes)::bigint AS quotes,
        min(published_on) AS first_seen, max(published_on) AS last_seen
    FROM report.article
    WHERE num_nonnulls(%(since)s::date, %(until)s::date) > 0
        AND (%(since)s::date IS NULL OR published_on >= %(since)s::date)
        AND (%(until)s::date IS NULL OR published_on <= %(until)s::date)
    HAVING num_nonnulls(%(since)s::date, %(until)s::date) > 0
    UNION ALL
    -- Of all, by what an index holds.
    SELECT coalesce(sum(articles), 0)::bigint, count(DISTINCT outlet_id), sum(quotes)::bigint,
        (SELECT published_on FROM report.article WHERE published_on IS NOT NULL ORDER BY published_on LIMIT 1),
        (SELECT published_on FROM report.article WHERE published_on IS NOT NULL ORDER BY published_on DESC LIMIT 1)
    FROM report.outlet_by_month
    HAVING num_nonnulls(%(since)s::date, %(until)s::date) = 0
), named AS (
    SELECT count(DISTINCT person_id) AS people, count(DISTINCT organisation_id) AS organisations
    FROM report.appearance
    WHERE num_nonnulls(%(since)s::date, %(until)s::date) > 0 AND mentions > 0
        AND (%(since)s::date IS NULL OR published_on >= %(since)s::date)
        AND (%(until)s::date IS NULL OR published_on <= %(until)s::date)
    HAVING num_nonnulls(%(since)s::date, %(until)s::date) > 0
    UNION ALL
    -- Of all, one appearance of each will do.
    SELECT
        (SELECT count(*) FROM report.person AS p WHERE (
            SELECT true FROM report.appearance AS e WHERE e.person_id = p.person_id AND e.mentions > 0 LIMIT 1)),
        (SELECT count(*) FROM report.organisation AS o WHERE (
            SELECT true FROM report.appearance AS e
            WHERE e.organisation_id = o.organisation_id AND e.mentions > 0 LIMIT 1))
    WHERE num_nonnulls(%(since)s::date, %(until)s::date) = 0
)
SELECT c.articles, c.outlets, n.people, n.organisations, coalesce(c.quotes, 0) AS quotes, c.first_seen, c.last_seen
FROM chosen AS c CROSS JOIN named AS n
