-- How often people and organisations are named on each day; articles without a known day are left out.
-- :person (text, optional) only this person, in any spelling
-- :organisation (text, optional) only this organisation, by name or acronym
-- :outlet (text, optional) only in this outlet, by any of its names
-- :since (date, optional) only from this day on
-- :until (date, optional) only up to this day
-- :limit (integer, default 1000) how many rows
WITH asked AS (
    -- Of one person or organisation all days; both asked for is either, each in rows of its own.
    SELECT published_on, kind, name, person_id, organisation_id, count(DISTINCT article_id) AS articles,
        sum(mentions) AS mentions
    FROM report.appearance
    WHERE num_nonnulls(%(person)s::text, %(organisation)s::text) > 0
        AND (person_id = ANY (%(person_ids)s::uuid[]) OR organisation_id = ANY (%(organisation_ids)s::uuid[]))
        AND published_precision = 'day' AND mentions > 0
        AND (%(outlet)s::text IS NULL OR outlet_id = ANY (%(outlet_ids)s::uuid[]))
        AND (%(since)s::date IS NULL OR published_on >= %(since)s::date)
        AND (%(until)s::date IS NULL OR published_on <= %(until)s::date)
    GROUP BY published_on, kind, name, person_id, organisation_id
), each_day AS (
    -- Of all, one day after the other, so that no more is counted than is shown.
    SELECT d.published_on, e.kind, e.name, e.person_id, e.organisation_id, e.articles, e.mentions
    FROM (
        SELECT day AS published_on FROM report.calendar
        WHERE num_nonnulls(%(person)s::text, %(organisation)s::text) = 0
            AND (%(since)s::date IS NULL OR day >= %(since)s::date)
            AND (%(until)s::date IS NULL OR day <= %(until)s::date)
        ORDER BY day
    ) AS d
    CROSS JOIN LATERAL (
        SELECT kind, name, person_id, organisation_id, count(DISTINCT article_id) AS articles,
            sum(mentions) AS mentions
        FROM report.appearance
        WHERE published_on = d.published_on AND published_precision = 'day' AND mentions > 0
            AND (%(outlet)s::text IS NULL OR outlet_id = ANY (%(outlet_ids)s::uuid[]))
        GROUP BY kind, name, person_id, organisation_id
        ORDER BY mentions DESC, name, person_id, organisation_id
        LIMIT %(limit)s::integer
    ) AS e
    ORDER BY d.published_on, e.mentions DESC, e.name, e.person_id, e.organisation_id
    LIMIT %(limit)s::integer
)
SELECT published_on, kind, name, articles, mentions
FROM (SELECT * FROM asked UNION ALL SELECT * FROM each_day) AS counted
ORDER BY published_on, mentions DESC, name, person_id, organisation_id
LIMIT %(limit)s::integer
