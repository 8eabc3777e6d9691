-- Organisations named in the same article, those together most often first.
-- :organisation (text, optional) only with this one, by name or acronym
-- :outlet (text, optional) only in this outlet, by any of its names
-- :since (date, optional) only from this day on
-- :until (date, optional) only up to this day
-- :limit (integer, default 50) how many rows
WITH asked AS (
    SELECT unnest(%(organisation_ids)s::uuid[]) AS organisation_id
), named AS (
    SELECT DISTINCT article_id, organisation_id, published_on
    FROM report.appearance
    WHERE organisation_id IS NOT NULL AND mentions > 0
        AND (%(organisation)s::text IS NULL OR article_id = ANY (ARRAY(
            SELECT article_id FROM report.appearance
            WHERE organisation_id = ANY (%(organisation_ids)s::uuid[]) AND mentions > 0)))
        AND (%(outlet)s::text IS NULL OR outlet_id = ANY (%(outlet_ids)s::uuid[]))
        AND (%(since)s::date IS NULL OR published_on >= %(since)s::date)
        AND (%(until)s::date IS NULL OR published_on <= %(until)s::date)
), pair AS (
    SELECT one.organisation_id, two.organisation_id AS other_id, count(*) AS articles,
        min(one.published_on) AS first_seen, max(one.published_on) AS last_seen
    FROM named AS one
    JOIN named AS two ON two.article_id = one.article_id AND two.organisation_id <> one.organisation_id
    -- Each pair once; the one that was asked for comes first.
    WHERE (%(organisation)s::text IS NULL OR one.organisation_id IN (SELECT organisation_id FROM asked))
        AND (one.organisation_id < two.organisation_id
            OR (%(organisation)s::text IS NOT NULL AND two.organisation_id NOT IN (SELECT organisation_id FROM asked)))
    GROUP BY one.organisation_id, two.organisation_id
    -- All that may be shown, so that names are looked up of no more.
    ORDER BY articles DESC FETCH FIRST (%(limit)s::integer) ROWS WITH TIES
)
SELECT one.organisation, two.organisation AS other, p.articles, p.first_seen, p.last_seen
FROM pair AS p
JOIN report.organisation AS one ON one.organisation_id = p.organisation_id
JOIN report.organisation AS two ON two.organisation_id = p.other_id
ORDER BY articles DESC, organisation, other, p.organisation_id, p.other_id
LIMIT %(limit)s::integer
