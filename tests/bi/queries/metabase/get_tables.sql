-- Metabase (AGPL): asks in our own words what its driver for PostgreSQL asks to list tables
-- (metabase.driver.postgres/get-tables-sql).
SELECT n.nspname AS schema, c.relname AS name,
    CASE c.relkind
        WHEN 'r' THEN 'TABLE' WHEN 'p' THEN 'PARTITIONED TABLE' WHEN 'v' THEN 'VIEW' WHEN 'f' THEN 'FOREIGN TABLE'
        WHEN 'm' THEN 'MATERIALIZED VIEW'
    END AS type,
    d.description, s.n_live_tup AS estimated_row_count
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_description AS d ON d.objoid = c.oid AND d.objsubid = 0 AND d.classoid = 'pg_class'::regclass
LEFT JOIN pg_stat_user_tables AS s ON s.schemaname = n.nspname AND s.relname = c.relname
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND c.relkind IN ('r', 'p', 'v', 'f', 'm')
    AND n.nspname IN ('newsdb', 'public', 'report')
ORDER BY type, schema, name
