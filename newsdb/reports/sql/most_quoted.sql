-- Who was quoted most.
-- :kind (text, optional) person or organisation; both if left out
-- :outlet (text, optional) only by this outlet, by any of its names
-- :since (date, optional) only from this day on
-- :until (date, optional) only up to this day
-- :min_confidence (number, default 0) only quotes whose speaker is as sure as this, 0 to 1
-- :limit (integer, default 20) how many rows
WITH speaking AS (
    SELECT person_id, organisation_id, kind, article_id, outlet_id, published_on, quotes
    FROM report.appearance
    WHERE %(min_confidence)s::numeric <= 0 AND quotes > 0
        AND (%(kind)s::text IS NULL OR kind = %(kind)s::text)
        AND (%(outlet)s::text IS NULL OR outlet_id = ANY (%(outlet_ids)s::uuid[]))
        AND (%(since)s::date IS NULL OR published_on >= %(since)s::date)
        AND (%(until)s::date IS NULL OR published_on <= %(until)s::date)
    UNION ALL
    -- How sure each is, only the quotes themselves say.
    SELECT person_id, organisation_id, speaker_kind, article_id, outlet_id, published_on, 1
    FROM report.quote
    WHERE %(min_confidence)s::numeric > 0 AND confidence >= %(min_confidence)s::numeric
        AND speaker_kind IN ('person', 'organisation')
        AND (%(kind)s::text IS NULL OR speaker_kind = %(kind)s::text)
        AND (%(outlet)s::text IS NULL OR outlet_id = ANY (%(outlet_ids)s::uuid[]))
        AND (%(since)s::date IS NULL OR published_on >= %(since)s::date)
        AND (%(until)s::date IS NULL OR published_on <= %(until)s::date)
), counted AS (
    SELECT person_id, organisation_id, kind, sum(quotes) AS quotes, count(DISTINCT article_id) AS articles,
        count(DISTINCT outlet_id) AS outlets, min(published_on) AS first_seen, max(published_on) AS last_seen
    FROM speaking
    GROUP BY person_id, organisation_id, kind
), first AS (
    -- All that may be shown, so that names are looked up of no more.
    SELECT * FROM counted ORDER BY quotes DESC, articles DESC FETCH FIRST (%(limit)s::integer) ROWS WITH TIES
)
SELECT coalesce(p.person, o.organisation) AS speaker, f.kind AS speaker_kind, f.quotes, f.articles, f.outlets,
    f.first_seen, f.last_seen
FROM first AS f
LEFT JOIN report.person AS p USING (person_id)
LEFT JOIN report.organisation AS o USING (organisation_id)
ORDER BY quotes DESC, articles DESC, speaker, person_id, organisation_id
LIMIT %(limit)s::integer
