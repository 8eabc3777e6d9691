# The commands of newsdb, for a PostgreSQL that stands elsewhere; docker-compose.yml uses them to make the reader.
FROM python:3.11-slim-bookworm
WORKDIR /newsdb
COPY pyproject.toml README.md LICENSE ./
COPY newsdb newsdb
COPY migrations migrations
RUN pip install --no-cache-dir --disable-pip-version-check . && useradd --create-home newsdb
USER newsdb
ENTRYPOINT ["newsdb"]
