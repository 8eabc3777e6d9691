-- Stories that several articles print, those with most prints first.
-- :limit (integer, default 50) how many rows
SELECT headline, prints, outlets, first_seen, last_seen, outlet_names, story_id
FROM report.story
WHERE prints > 1
ORDER BY prints DESC, first_seen, story_id
LIMIT %(limit)s::integer
