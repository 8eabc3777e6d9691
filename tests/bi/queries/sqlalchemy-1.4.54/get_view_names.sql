-- SQLAlchemy 1.4.54 (MIT): what get_view_names() hands to psycopg2, as tests/bi/reflecting.py heard it.
SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = %(schema)s AND c.relkind IN ('v', 'm')
