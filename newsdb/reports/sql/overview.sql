-- How much there is of everything; with --format html a page of charts and tables.
-- :since (date, optional) only from this day on; roles that an article of this day or later tells
-- :until (date, optional) only up to this day; roles that an article of this day or earlier tells
WITH chosen AS (
    SELECT article_id, outlet_id, published_on
    FROM report.article
    WHERE (%(since)s::date IS NULL OR published_on >= %(since)s::date)
        AND (%(until)s::date IS NULL OR published_on <= %(until)s::date)
), named AS (
    SELECT count(DISTINCT person_id) AS people, count(DISTINCT organisation_id) AS organisations
    FROM report.mention WHERE article_id IN (SELECT article_id FROM chosen)
)
SELECT count(*) AS articles, count(DISTINCT outlet_id) AS outlets, (SELECT people FROM named) AS people,
    (SELECT organisations FROM named) AS organisations,
    (SELECT count(*) FROM report.quote WHERE article_id IN (SELECT article_id FROM chosen)) AS quotes,
    min(published_on) AS first_seen, max(published_on) AS last_seen
FROM chosen
