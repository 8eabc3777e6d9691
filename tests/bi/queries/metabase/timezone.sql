-- Metabase (AGPL): asks in our own words what its driver for PostgreSQL asks for the zone of the database.
SHOW timezone
