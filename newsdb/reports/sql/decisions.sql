-- Every decision that holds: judgements of names, corrections and takedowns.
SELECT decision, number, subject, what, field, value, headline, reason, decided_by, decided_at
FROM report.decision
ORDER BY decision, number
