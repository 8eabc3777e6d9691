"""Reported speech: where quotes, fragments and indirect clauses begin and end; whose they are, speakers says."""
