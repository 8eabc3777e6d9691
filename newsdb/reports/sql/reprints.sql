-- All prints of the story of an article, with how much of the shorter text each pair shares.
-- :article (text) id of the article, or its headline
SELECT a.published_on, a.outlet, a.headline, a.story_length, r.similarity, a.article_id
FROM report.article AS asked
JOIN report.article AS a ON a.story_id = asked.story_id
LEFT JOIN report.reprint AS r ON r.article_id = asked.article_id AND r.reprint_id = a.article_id
WHERE asked.article_id::text = %(article)s::text OR report.fold_name(asked.headline) = report.fold_name(%(article)s::text)
ORDER BY asked.article_id, a.published_on, a.article_id
