-- Metabase (AGPL): asks in our own words what its driver for PostgreSQL asks to join tables
-- (metabase.driver.sql-jdbc.sync/describe-fks-sql).
SELECT fn.nspname AS fk_schema, fc.relname AS fk_table, fa.attname AS fk_column, pn.nspname AS pk_schema,
    pc.relname AS pk_table, pa.attname AS pk_column
FROM pg_constraint AS r
JOIN pg_class AS fc ON fc.oid = r.conrelid
JOIN pg_namespace AS fn ON fn.oid = r.connamespace
JOIN pg_attribute AS fa ON fa.attrelid = r.conrelid AND fa.attnum = ANY (r.conkey)
JOIN pg_class AS pc ON pc.oid = r.confrelid
JOIN pg_namespace AS pn ON pn.oid = pc.relnamespace
JOIN pg_attribute AS pa ON pa.attrelid = r.confrelid AND pa.attnum = ANY (r.confkey)
WHERE r.contype = 'f'::char AND fn.nspname !~ '^information_schema|catalog_history|pg_'
ORDER BY fk_schema, fk_table, fk_column
