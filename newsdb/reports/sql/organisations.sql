-- Organisations, those in most articles first.
-- :limit (integer, default 100) how many rows
SELECT organisation, acronym, kind, articles, mentions, quotes, first_seen, last_seen, names
FROM report.organisation
ORDER BY articles DESC, mentions DESC, organisation, organisation_id
LIMIT %(limit)s::integer
