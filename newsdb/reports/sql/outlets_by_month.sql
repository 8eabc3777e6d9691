-- Articles and quotes of each outlet in each month; empty cells are articles that do not say.
-- :outlet (text, optional) only this outlet, by any of its names
-- :since (date, optional) only from the month of this day on
-- :until (date, optional) only up to the month of this day
SELECT outlet, month, articles, quotes
FROM report.outlet_by_month
WHERE (%(outlet)s::text IS NULL OR outlet_id = ANY (%(outlet_ids)s::uuid[]))
    AND (%(since)s::date IS NULL OR month >= date_trunc('month', %(since)s::date::timestamp)::date)
    AND (%(until)s::date IS NULL OR month <= %(until)s::date)
ORDER BY outlet, month
