-- The names that mean an organisation, how articles print each, and why they are joined.
-- :organisation (text) name or acronym
SELECT
    o.name AS organisation,
    n.name,
    count(DISTINCT a.article_id) AS articles,
    min(c.published_on) AS first_seen,
    max(c.published_on) AS last_seen,
    CASE n.joined_by
        WHEN 'judgement' THEN (
            SELECT 'judgement ' || string_agg(j.number::text || coalesce(' (' || j.reason || ')', ''), ', ' ORDER BY j.number)
            FROM newsdb.entity_judgement AS j
            WHERE j.entity_kind = 'organisation' AND j.verdict = 'same' AND n.name_key IN (j.left_key, j.right_key)
        )
        WHEN 'acronym' THEN CASE WHEN n.is_acronym THEN 'the only organisation that is spelt out with this acronym'
            ELSE 'the same acronym, and no word that the fuller name lacks' END
        ELSE 'the same content words'
    END AS why,
    (
        SELECT string_agg(DISTINCT m.surface, ' | ') FROM newsdb.mention AS m WHERE m.organisation_name_id = n.id
    ) AS printed
FROM newsdb.organisation AS o
JOIN newsdb.organisation_name AS n ON n.organisation_id = o.id
JOIN newsdb.organisation_appearance AS a ON a.organisation_name_id = n.id
JOIN newsdb.article AS c ON c.id = a.article_id
WHERE o.id = ANY (%(organisation_ids)s::uuid[])
GROUP BY o.id, n.id
ORDER BY o.name, o.id, n.joined_by DESC, n.name, n.id
