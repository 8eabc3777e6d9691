"""The declarative base, shared column types and names of constraints; the tables are in the modules beside it."""

import uuid
from typing import Annotated

from sqlalchemy import MetaData, Text
from sqlalchemy.orm import DeclarativeBase, mapped_column

SCHEMA = "newsdb"

NAMING_CONVENTION = {
    "pk": "%(table_name)s_pkey",
    "fk": "%(table_name)s_%(column_0_name)s_fkey",
    "uq": "%(table_name)s_%(column_0_N_name)s_key",
    "ck": "%(table_name)s_%(constraint_name)s_check",
    "ix": "%(table_name)s_%(column_0_N_name)s_idx",
}


class Base(DeclarativeBase):
    """Every table of newsdb."""

    metadata = MetaData(schema=SCHEMA, naming_convention=NAMING_CONVENTION)
    type_annotation_map = {str: Text}  # noqa: RUF012 - read once by SQLAlchemy


# Ids are never made by the database: they hash the key (see newsdb.models.keys), so that two loaders agree on them.
Key = Annotated[uuid.UUID, mapped_column(primary_key=True)]
