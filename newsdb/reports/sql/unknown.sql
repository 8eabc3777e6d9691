-- Everything that the articles leave open, with the reason; nothing of it is wrong.
SELECT column_name, reason, table_name, headline, row_id
FROM report.unknown
ORDER BY table_name, column_name, headline, row_id
