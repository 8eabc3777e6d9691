-- Metabase (AGPL): asks in our own words what its driver for PostgreSQL asks to list columns
-- (metabase.driver.sql-jdbc.sync/describe-fields-sql).
WITH keys AS (
    SELECT t.table_schema, t.table_name, k.column_name
    FROM information_schema.table_constraints AS t
    JOIN information_schema.key_column_usage AS k
        ON k.constraint_name = t.constraint_name AND k.table_schema = t.table_schema AND k.table_name = t.table_name
    WHERE t.constraint_type = 'PRIMARY KEY'
)
SELECT c.table_schema, c.table_name, c.column_name AS name, c.ordinal_position - 1 AS database_position,
    CASE
        WHEN c.udt_schema IN ('public', 'pg_catalog') THEN c.udt_name
        ELSE format('"%s"."%s"', c.udt_schema, c.udt_name)
    END AS database_type,
    keys.column_name IS NOT NULL AS is_primary_key,
    col_description(format('%I.%I', c.table_schema::text, c.table_name::text)::regclass::oid, c.ordinal_position)
        AS field_comment,
    c.column_default IS NULL AND c.is_nullable = 'NO' AND c.is_identity = 'NO' AS is_required
FROM information_schema.columns AS c
LEFT JOIN keys USING (table_schema, table_name, column_name)
WHERE c.table_schema !~ '^information_schema|catalog_history|pg_' AND c.table_schema IN ('newsdb', 'public', 'report')
UNION ALL
SELECT n.nspname, c.relname, a.attname, a.attnum - 1, t.typname, false, NULL, false
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid
JOIN pg_catalog.pg_type AS t ON t.oid = a.atttypid
WHERE c.relkind = 'm' AND a.attnum >= 1 AND n.nspname IN ('newsdb', 'public', 'report')
ORDER BY table_schema, table_name, database_position
