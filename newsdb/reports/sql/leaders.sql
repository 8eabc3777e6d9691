-- Who held which role in an organisation, when, and what they said in those days, with the sentences that prove both.
-- :organisation (text) name or acronym
-- :since (date, optional) only roles seen, and words printed, from this day on
-- :until (date, optional) only up to this day
-- :min_confidence (number, default 0) only quotes whose speaker is as sure as this, 0 to 1
-- :limit (integer, optional) how many rows; all of them if left out
WITH held AS MATERIALIZED (
    SELECT * FROM report.role_timeline
    WHERE organisation_id = ANY (%(organisation_ids)s::uuid[])
        AND (%(since)s::date IS NULL OR last_seen >= %(since)s::date)
        AND (%(until)s::date IS NULL OR first_seen <= %(until)s::date)
), quoted AS MATERIALIZED (
    -- Once for each person, however many roles they held.
    SELECT quote_id, person_id, article_id, published_on, role_organisation_id
    FROM report.quote
    WHERE person_id = ANY (ARRAY(SELECT DISTINCT person_id FROM held))
        AND (%(since)s::date IS NULL OR published_on >= %(since)s::date)
        AND (%(until)s::date IS NULL OR published_on <= %(until)s::date)
        AND confidence >= %(min_confidence)s::numeric
), said AS (
    -- Of several roles in the organisation, each quote stands with the one printed first.
    SELECT DISTINCT ON (r.person_id, coalesce(q.quote_id, r.role_claim_id)) r.*, q.quote_id
    FROM held AS r
    -- By the role of the quote too: where articles have no day, nothing lies between first and last.
    LEFT JOIN quoted AS q ON q.person_id = r.person_id AND (q.article_id = r.article_id
        OR q.role_organisation_id = r.organisation_id
        OR q.published_on BETWEEN r.first_seen AND r.last_seen)
    ORDER BY r.person_id, coalesce(q.quote_id, r.role_claim_id), r.first_seen, r.span_start
)
SELECT s.organisation, s.person, s.title, s.first_seen, s.last_seen, s.sentence AS role_sentence,
    q.published_on AS said_on, q.outlet, q.kind, q.words, q.sentence AS quote_sentence
FROM said AS s
LEFT JOIN report.quote AS q ON q.quote_id = s.quote_id
ORDER BY s.first_seen, s.person, q.published_on, q.article_id, q.span_start, s.title, s.role_claim_id, s.quote_id
LIMIT %(limit)s::integer
