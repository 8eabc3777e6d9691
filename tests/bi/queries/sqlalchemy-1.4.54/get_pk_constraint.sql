-- SQLAlchemy 1.4.54 (MIT): what get_pk_constraint() hands to psycopg2, as tests/bi/reflecting.py heard it.
SELECT c.oid
FROM pg_catalog.pg_class c
LEFT JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE (n.nspname = %(schema)s)
AND c.relname = %(table_name)s AND c.relkind in
('r', 'v', 'm', 'f', 'p')
;
SELECT a.attname
FROM pg_attribute a JOIN (
    SELECT unnest(ix.indkey) attnum,
           generate_subscripts(ix.indkey, 1) ord
    FROM pg_index ix
    WHERE ix.indrelid = %(table_oid)s AND ix.indisprimary
    ) k ON a.attnum=k.attnum
WHERE a.attrelid = %(table_oid)s
ORDER BY k.ord
;
SELECT conname
   FROM  pg_catalog.pg_constraint r
   WHERE r.conrelid = %(table_oid)s AND r.contype = 'p'
   ORDER BY 1
