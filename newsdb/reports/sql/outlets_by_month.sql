-- Articles and quotes of each outlet in each month; empty cells are articles that do not say.
-- :outlet (text, optional) only this outlet, by any of its names
-- :since (date, optional) only from the month of this day on
-- :until (date, optional) only up to the month of this day
WITH chosen AS (
    -- Of a period only its own articles are looked at.
    SELECT outlet, month, articles, quotes FROM report.outlet_by_month
    WHERE %(since)s::date IS NULL AND %(until)s::date IS NULL
        AND (%(outlet)s::text IS NULL OR outlet_id = ANY (%(outlet_ids)s::uuid[]))
    UNION ALL
    SELECT outlet,
        CASE WHEN published_precision <> 'year' THEN date_trunc('month', published_on::timestamp)::date END,
        count(*), sum(quotes)::bigint
    FROM report.article
    WHERE num_nonnulls(%(since)s::date, %(until)s::date) > 0
        AND (%(outlet)s::text IS NULL OR outlet_id = ANY (%(outlet_ids)s::uuid[]))
        AND (%(since)s::date IS NULL OR published_precision <> 'year'
            AND published_on >= date_trunc('month', %(since)s::date::timestamp)::date)
        AND (%(until)s::date IS NULL OR published_precision <> 'year'
            AND published_on < (date_trunc('month', %(until)s::date::timestamp) + interval '1 month')::date)
    GROUP BY outlet_id, outlet, 2
)
SELECT outlet, month, articles, quotes FROM chosen ORDER BY outlet, month
