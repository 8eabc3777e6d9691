-- Articles by day, with how many quotes, people and organisations were found in each.
-- :outlet (text, optional) only of this outlet, by any of its names
-- :since (date, optional) only from this day on
-- :until (date, optional) only up to this day
-- :person (text, optional) only those that name this person
-- :organisation (text, optional) only those that name this organisation
-- :limit (integer, optional) how many rows; all of them if left out
SELECT published_on, outlet, headline, authors, section, quotes, people, organisations, files, article_id
FROM report.article
WHERE (%(outlet)s::text IS NULL OR outlet_id = ANY (%(outlet_ids)s::uuid[]))
    AND (%(since)s::date IS NULL OR published_on >= %(since)s::date)
    AND (%(until)s::date IS NULL OR published_on <= %(until)s::date)
    AND (%(person)s::text IS NULL OR article_id = ANY (ARRAY(
        SELECT article_id FROM report.appearance
        WHERE person_id = ANY (%(person_ids)s::uuid[]) AND mentions > 0)))
    AND (%(organisation)s::text IS NULL OR article_id = ANY (ARRAY(
        SELECT article_id FROM report.appearance
        WHERE organisation_id = ANY (%(organisation_ids)s::uuid[]) AND mentions > 0)))
ORDER BY published_on, outlet, headline, article_id
LIMIT %(limit)s::integer
