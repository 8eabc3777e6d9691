-- pgjdbc 42.5.5 (BSD-2-Clause), as the log of a server showed it; lines are broken here. What it was asked:
-- DatabaseMetaData.getTablePrivileges(null, "report", "%")
SELECT n.nspname,c.relname,r.rolname,c.relacl
FROM pg_catalog.pg_namespace n, pg_catalog.pg_class c, pg_catalog.pg_roles r WHERE c.relnamespace = n.oid
AND c.relowner = r.oid AND c.relkind IN ('r','p','v','m','f') AND n.nspname LIKE 'report'
AND c.relname LIKE '%' ORDER BY nspname, relname
