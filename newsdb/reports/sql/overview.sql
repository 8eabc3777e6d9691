-- How much there is of everything; with --format html a page of charts and tables.
-- :since (date, optional) only from this day on; roles that an article of this day or later tells
-- :until (date, optional) only up to this day; roles that an article of this day or earlier tells
WITH chosen AS (
    SELECT count(*) AS articles, count(DISTINCT outlet_id) AS outlets, sum(quotes)::bigint AS quotes,
        min(published_on) AS first_seen, max(published_on) AS last_seen
    FROM report.article
    WHERE (%(since)s::date IS NULL OR published_on >= %(since)s::date)
        AND (%(until)s::date IS NULL OR published_on <= %(until)s::date)
), unnamed AS (
    -- Who only signs articles, and what only roles imply, for whom one appearance does not do.
    SELECT DISTINCT person_id, organisation_id FROM report.appearance AS e
    WHERE num_nonnulls(%(since)s::date, %(until)s::date) = 0 AND mentions = 0
        AND NOT EXISTS (SELECT FROM report.appearance AS m WHERE m.person_id = e.person_id AND m.mentions > 0)
        AND NOT EXISTS (SELECT FROM report.appearance AS m WHERE m.organisation_id = e.organisation_id AND m.mentions > 0)
), named AS (
    SELECT count(DISTINCT person_id) AS people, count(DISTINCT organisation_id) AS organisations
    FROM report.appearance
    WHERE num_nonnulls(%(since)s::date, %(until)s::date) > 0 AND mentions > 0
        AND (%(since)s::date IS NULL OR published_on >= %(since)s::date)
        AND (%(until)s::date IS NULL OR published_on <= %(until)s::date)
    HAVING num_nonnulls(%(since)s::date, %(until)s::date) > 0
    UNION ALL
    SELECT (SELECT count(*) FROM report.person) - count(person_id),
        (SELECT count(*) FROM report.organisation) - count(organisation_id)
    FROM unnamed
    HAVING num_nonnulls(%(since)s::date, %(until)s::date) = 0
)
SELECT c.articles, c.outlets, n.people, n.organisations, coalesce(c.quotes, 0) AS quotes, c.first_seen, c.last_seen
FROM chosen AS c CROSS JOIN named AS n
