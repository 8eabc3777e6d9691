-- People, those in most articles first.
-- :limit (integer, default 100) how many rows
SELECT person, articles, mentions, quotes, first_seen, last_seen, names
FROM report.person
ORDER BY articles DESC, mentions DESC, person, person_id
LIMIT %(limit)s::integer
