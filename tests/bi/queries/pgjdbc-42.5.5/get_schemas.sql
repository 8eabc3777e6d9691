-- pgjdbc 42.5.5 (BSD-2-Clause), as the log of a server showed it; lines are broken here. What it was asked:
-- DatabaseMetaData.getSchemas()
SELECT nspname AS TABLE_SCHEM, NULL AS TABLE_CATALOG FROM pg_catalog.pg_namespace WHERE nspname <> 'pg_toast'
AND (nspname !~ '^pg_temp_' OR nspname = (pg_catalog.current_schemas(true))[1])
AND (nspname !~ '^pg_toast_temp_' OR nspname = replace((pg_catalog.current_schemas(true))[1], 'pg_temp_',
    'pg_toast_temp_'))
ORDER BY TABLE_SCHEM
