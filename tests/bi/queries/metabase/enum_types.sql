-- Metabase (AGPL): asks in our own words what its driver for PostgreSQL asks before it describes fields,
-- the names of enums (metabase.driver.postgres/enum-types).
SELECT n.nspname AS schema, t.typname AS name
FROM pg_type AS t
JOIN pg_namespace AS n ON n.oid = t.typnamespace
WHERE t.oid IN (SELECT enumtypid FROM pg_enum)
