-- What people decided about who is who, the latest first.
SELECT number, entity_kind, left_key, verdict, right_key, reason, decided_at
FROM newsdb.entity_judgement
ORDER BY number DESC
