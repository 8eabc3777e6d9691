-- What the articles leave open, with the reason: articles without a day first, then the latest; nothing of it is wrong.
-- :column (text, optional) only what is missing there: outlet_id, published_on, author, speaker …
-- :outlet (text, optional) only of this outlet, by any of its names
-- :since (date, optional) only from this day on
-- :until (date, optional) only up to this day
-- :limit (integer, default 200) how many rows
SELECT u.column_name, u.reason, u.table_name, a.headline, u.row_id
FROM report.article AS a
-- The limit within keeps it to one article after the other, so that no more is looked at than is shown.
CROSS JOIN LATERAL (
    SELECT column_name, reason, table_name, row_id FROM report.unknown
    WHERE article_id = a.article_id AND (%(column)s::text IS NULL OR column_name = %(column)s::text)
    ORDER BY table_name, column_name, row_id
    LIMIT %(limit)s::integer
) AS u
WHERE (%(outlet)s::text IS NULL OR a.outlet_id = ANY (%(outlet_ids)s::uuid[]))
    AND (%(since)s::date IS NULL OR a.published_on >= %(since)s::date)
    AND (%(until)s::date IS NULL OR a.published_on <= %(until)s::date)
ORDER BY a.published_on DESC, a.article_id, u.table_name, u.column_name, u.row_id
LIMIT %(limit)s::integer
