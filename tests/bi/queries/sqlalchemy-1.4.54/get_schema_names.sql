-- SQLAlchemy 1.4.54 (MIT): what get_schema_names() hands to psycopg2, as tests/bi/reflecting.py heard it.
SELECT nspname FROM pg_namespace WHERE nspname NOT LIKE 'pg_%%' ORDER BY nspname
