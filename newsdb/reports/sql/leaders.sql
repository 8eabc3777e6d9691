-- Who held which role in an organisation, when, and what they said in those days, with the sentences that prove both.
-- :organisation (text) name or acronym
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
    ) AS q ON true
    WHERE r.organisation_id = ANY ((SELECT report.organisations_named(%(organisation)s::text))::uuid[])
    ORDER BY r.person_id, coalesce(q.quote_id, r.role_claim_id), r.first_seen, r.span_start
) AS said
ORDER BY first_seen, person, said_on, article_id, span_start, title
