-- All prints of the story of an article, with how much of the shorter text each pair shares.
-- :article (text) id of the article, or its headline
WITH RECURSIVE asked AS (
    SELECT article_id FROM report.article
    WHERE article_id = CASE WHEN %(article)s::text ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
        THEN (%(article)s::text)::uuid END
    UNION
    SELECT article_id FROM report.article WHERE report.fold_name(headline) = report.fold_name(%(article)s::text)
), print AS (
    -- A story is all that hangs together by reprints.
    SELECT article_id AS asked_id, article_id FROM asked
    UNION
    SELECT p.asked_id, r.reprint_id FROM print AS p JOIN report.reprint AS r ON r.article_id = p.article_id
)
SELECT a.published_on, a.outlet, a.headline, a.story_length, r.similarity, a.article_id
FROM print AS p
JOIN report.article AS a ON a.article_id = p.article_id
LEFT JOIN report.reprint AS r ON r.article_id = p.asked_id AND r.reprint_id = a.article_id
WHERE a.article_id = ANY (ARRAY(SELECT article_id FROM print))
ORDER BY p.asked_id, a.published_on, a.article_id
