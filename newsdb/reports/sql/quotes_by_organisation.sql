-- For whom quotes speak: the organisation itself, or the one in which the speaker holds a role at the time.
-- :outlet (text, optional) only in this outlet, by any of its names
-- :since (date, optional) only from this day on
-- :until (date, optional) only up to this day
-- :min_confidence (number, default 0) only quotes whose speaker is as sure as this, 0 to 1
-- :limit (integer, default 20) how many rows
WITH spoken AS (
    -- Who spoke for one counts there, else for the own.
    SELECT organisation_id, count(*) AS quotes, count(DISTINCT article_id) AS articles
    FROM (
        SELECT article_id, outlet_id, published_on, confidence,
            coalesce(presented_organisation_id, organisation_id) AS organisation_id
        FROM report.quote WHERE is_presented OR speaker_kind <> 'person'
        UNION ALL
        -- In what role somebody speaks whom the article does not present by that name, others say.
        SELECT article_id, outlet_id, published_on, confidence, role_organisation_id
        FROM report.quote WHERE NOT is_presented AND speaker_kind = 'person'
    ) AS quote
    WHERE (%(outlet)s::text IS NULL OR outlet_id = ANY (%(outlet_ids)s::uuid[]))
        AND (%(since)s::date IS NULL OR published_on >= %(since)s::date)
        AND (%(until)s::date IS NULL OR published_on <= %(until)s::date)
        AND confidence >= %(min_confidence)s::numeric
    GROUP BY organisation_id
)
SELECT o.organisation, s.quotes, round(100.0 * s.quotes / sum(s.quotes) OVER (), 1) AS percent, s.articles
FROM spoken AS s
LEFT JOIN report.organisation AS o USING (organisation_id)
ORDER BY quotes DESC, organisation, organisation_id
LIMIT %(limit)s::integer
