-- Organisations named in the same article, those together most often first.
-- :organisation (text, optional) only with this one, by name or acronym
-- :limit (integer, default 50) how many rows
SELECT organisation, other, articles, first_seen, last_seen
FROM (
    SELECT organisation, other, articles, first_seen, last_seen
    FROM report.co_mention
    WHERE %(organisation)s::text IS NULL
    UNION ALL
    -- A pair is listed once, in whichever order: here, the one that was asked for comes first.
    SELECT organisation, other, articles, first_seen, last_seen
    FROM report.co_mention
    WHERE organisation_id = ANY ((SELECT report.organisations_named(%(organisation)s::text))::uuid[])
    UNION ALL
    SELECT other, organisation, articles, first_seen, last_seen
    FROM report.co_mention
    WHERE other_id = ANY ((SELECT report.organisations_named(%(organisation)s::text))::uuid[])
) AS pairs
ORDER BY articles DESC, organisation, other
LIMIT %(limit)s::integer
