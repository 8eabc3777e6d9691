-- Who was quoted most.
-- :kind (text, optional) person or organisation; both if left out
-- :limit (integer, default 20) how many rows
SELECT speaker, speaker_kind, quotes, articles, outlets, first_seen, last_seen
FROM report.most_quoted
WHERE %(kind)s::text IS NULL OR speaker_kind = %(kind)s::text
ORDER BY quotes DESC, articles DESC, speaker, person_id, organisation_id
LIMIT %(limit)s::integer
