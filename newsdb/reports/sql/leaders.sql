-- Who held which role in an organisation, when, and what they said in those days, with the sentences that prove both.
-- :organisation (text) name or acronym
-- :since (date, optional) only roles seen, and words printed, from this day on
-- :until (date, optional) only up to this day
-- :min_confidence (number, default 0) only quotes whose speaker is as sure as this, 0 to 1
SELECT organisation, person, title, first_seen, last_seen, role_sentence, said_on, outlet, kind, words, quote_sentence
FROM (
    -- Of several roles in the organisation, each quote stands with the one printed first.
    SELECT DISTINCT ON (r.person_id, coalesce(q.quote_id, r.role_claim_id))
        r.organisation, r.person, r.title, r.first_seen, r.last_seen, r.sentence AS role_sentence,
        q.published_on AS said_on, q.outlet, q.kind, q.words, q.sentence AS quote_sentence, q.article_id, q.span_start
    FROM report.role_timeline AS r
    LEFT JOIN LATERAL (
        SELECT quote_id, published_on, outlet, kind, words, sentence, article_id, span_start
        FROM report.quote
        WHERE person_id = r.person_id
            -- By the role of the quote too: where articles have no day, nothing lies between first and last.
            AND (article_id = r.article_id
                OR role_organisation_id = r.organisation_id
                OR published_on BETWEEN r.first_seen AND r.last_seen)
            AND (%(since)s::date IS NULL OR published_on >= %(since)s::date)
            AND (%(until)s::date IS NULL OR published_on <= %(until)s::date)
            AND confidence >= %(min_confidence)s::numeric
    ) AS q ON true
    WHERE r.organisation_id = ANY ((SELECT report.organisations_named(%(organisation)s::text))::uuid[])
        AND (%(since)s::date IS NULL OR r.last_seen >= %(since)s::date)
        AND (%(until)s::date IS NULL OR r.first_seen <= %(until)s::date)
    ORDER BY r.person_id, coalesce(q.quote_id, r.role_claim_id), r.first_seen, r.span_start
) AS said
ORDER BY first_seen, person, said_on, article_id, span_start, title
