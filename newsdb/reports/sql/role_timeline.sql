-- Who held which role where, when by the articles, and the sentence that proves it.
-- :organisation (text, optional) only there, by name or acronym
-- :person (text, optional) only this person
-- :since (date, optional) only roles that an article of this day or later tells
-- :until (date, optional) only roles that an article of this day or earlier tells
-- :limit (integer, optional) how many rows; all of them if left out
SELECT organisation, title, person, first_seen, last_seen, valid_from, valid_to, articles, outlet, headline, sentence,
    role_claim_id
FROM report.role_timeline
WHERE (%(organisation)s::text IS NULL
        OR organisation_id = ANY (%(organisation_ids)s::uuid[]))
    AND (%(person)s::text IS NULL OR person_id = ANY (%(person_ids)s::uuid[]))
    AND (%(since)s::date IS NULL OR last_seen >= %(since)s::date)
    AND (%(until)s::date IS NULL OR first_seen <= %(until)s::date)
ORDER BY organisation, first_seen, last_seen, person, title
LIMIT %(limit)s::integer
