-- Who held which role where, when by the articles, and the sentence that proves it.
-- :organisation (text, optional) only there, by name or acronym
-- :person (text, optional) only this person
-- :since (date, optional) only roles that an article of this day or later tells
-- :until (date, optional) only roles that an article of this day or earlier tells
-- :limit (integer, optional) how many rows; all of them if left out
WITH asked AS (
    -- With its limit here, the sentence is cut only for the rows that are shown.
    SELECT * FROM report.role_timeline
    WHERE num_nonnulls(%(person)s::text, %(organisation)s::text) > 0
        AND (%(organisation)s::text IS NULL OR organisation_id = ANY (%(organisation_ids)s::uuid[]))
        AND (%(person)s::text IS NULL OR person_id = ANY (%(person_ids)s::uuid[]))
        AND (%(since)s::date IS NULL OR last_seen >= %(since)s::date)
        AND (%(until)s::date IS NULL OR first_seen <= %(until)s::date)
    ORDER BY organisation, first_seen, last_seen, person, title
    LIMIT %(limit)s::integer
), each_organisation AS (
    -- Of all, one organisation after the other, so that no more claims are grouped than are shown.
    SELECT r.*
    FROM (
        SELECT organisation_id, organisation FROM report.organisation
        WHERE num_nonnulls(%(person)s::text, %(organisation)s::text) = 0
        ORDER BY organisation
    ) AS o
    CROSS JOIN LATERAL (
        SELECT * FROM report.role_timeline
        WHERE organisation_id = o.organisation_id
            AND (%(since)s::date IS NULL OR last_seen >= %(since)s::date)
            AND (%(until)s::date IS NULL OR first_seen <= %(until)s::date)
        ORDER BY first_seen, last_seen, person, title
        LIMIT %(limit)s::integer
    ) AS r
    ORDER BY o.organisation, r.first_seen, r.last_seen, r.person, r.title
    LIMIT %(limit)s::integer
), nowhere AS (
    -- Where the text does not say where, last.
    SELECT * FROM report.role_timeline
    WHERE num_nonnulls(%(person)s::text, %(organisation)s::text) = 0 AND organisation_id IS NULL
        AND (%(limit)s::integer IS NULL OR (SELECT count(*) FROM each_organisation) < %(limit)s::integer)
        AND (%(since)s::date IS NULL OR last_seen >= %(since)s::date)
        AND (%(until)s::date IS NULL OR first_seen <= %(until)s::date)
    ORDER BY organisation, first_seen, last_seen, person, title
    LIMIT %(limit)s::integer
)
SELECT organisation, title, person, first_seen, last_seen, valid_from, valid_to, articles, outlet, headline, sentence,
    role_claim_id
FROM (SELECT * FROM asked UNION ALL SELECT * FROM each_organisation UNION ALL SELECT * FROM nowhere) AS told
ORDER BY organisation, first_seen, last_seen, person, title
LIMIT %(limit)s::integer
