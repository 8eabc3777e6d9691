"""A dashboard for Apache Superset, and what makes, starts and fills a Superset from PyPI."""
