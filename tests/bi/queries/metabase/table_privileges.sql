-- Metabase (AGPL): asks in our own words what its driver for PostgreSQL asks to leave out tables that it
-- may not read (metabase.driver.sql-jdbc.sync/current-user-table-privileges).
WITH named AS (
    SELECT schemaname, tablename AS name FROM pg_catalog.pg_tables
    UNION SELECT schemaname, viewname FROM pg_catalog.pg_views
    UNION SELECT schemaname, matviewname FROM pg_catalog.pg_matviews
)
SELECT schemaname AS schema, name AS "table",
    pg_catalog.has_any_column_privilege(current_user, format('%I.%I', schemaname, name), 'select') AS "select",
    pg_catalog.has_any_column_privilege(current_user, format('%I.%I', schemaname, name), 'insert') AS "insert",
    pg_catalog.has_any_column_privilege(current_user, format('%I.%I', schemaname, name), 'update') AS "update",
    pg_catalog.has_table_privilege(current_user, format('%I.%I', schemaname, name), 'delete') AS "delete"
FROM named
WHERE schemaname !~ '^pg_' AND schemaname <> 'information_schema'
    AND pg_catalog.has_schema_privilege(current_user, schemaname, 'usage')
