-- The names that mean a person, how articles print each, and why they are joined.
-- :person (text) name, in any spelling
SELECT
    p.name AS person,
    n.name,
    count(DISTINCT a.article_id) AS articles,
    min(c.published_on) AS first_seen,
    max(c.published_on) AS last_seen,
    CASE
        WHEN n.joined_by = 'judgement' THEN (
            SELECT 'judgement ' || string_agg(j.number::text || coalesce(' (' || j.reason || ')', ''), ', ' ORDER BY j.number)
            FROM newsdb.entity_judgement AS j
            WHERE j.entity_kind = 'person' AND j.verdict = 'same' AND label.name IN (j.left_key, j.right_key)
        )
        WHEN n.disambiguator <> '' AND n.name_key LIKE '%% %%' THEN 'told apart in this article by a judgement'
        WHEN n.disambiguator <> '' THEN 'one word, which never crosses articles'
        ELSE 'the same words, but for accents, capitals and hyphens'
    END AS why,
    (
        SELECT string_agg(DISTINCT m.surface, ' | ') FROM newsdb.mention AS m WHERE m.person_name_id = n.id
    ) AS printed,
    nullif(n.disambiguator, '') AS article_id
FROM newsdb.person AS p
JOIN newsdb.person_name AS n ON n.person_id = p.id
JOIN newsdb.person_appearance AS a ON a.person_name_id = n.id
JOIN newsdb.article AS c ON c.id = a.article_id
CROSS JOIN LATERAL (
    SELECT n.name_key || CASE WHEN n.disambiguator = '' THEN '' ELSE '@' || n.disambiguator END AS name
) AS label
WHERE p.id = ANY (%(person_ids)s::uuid[])
GROUP BY p.id, n.id, label.name
ORDER BY p.name, p.id, n.joined_by DESC, n.name, n.id
