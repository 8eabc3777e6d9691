-- Articles and quotes of each outlet in each month; empty cells are articles that do not say.
-- :outlet (text, optional) only this outlet, by any of its names
SELECT outlet, month, articles, quotes
FROM report.outlet_by_month
WHERE %(outlet)s::text IS NULL OR outlet_id = ANY ((SELECT report.outlets_named(%(outlet)s::text))::uuid[])
ORDER BY outlet, month
