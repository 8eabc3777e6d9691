"""Roles: who holds which title, in which organisation, and whom a title without a name means."""
