-- Rows that break a promise of newsdb; empty when all is well.
-- :limit (integer, optional) how many rows; all of them if left out
SELECT problem, table_name, row_id, headline
FROM report.data_quality
ORDER BY table_name, problem, row_id
LIMIT %(limit)s::integer
