-- Rows that break a promise of newsdb; empty when all is well.
SELECT problem, table_name, row_id, headline
FROM report.data_quality
ORDER BY table_name, problem, row_id
