"""Decisions carried out: who is who, corrections, takedowns, and the file that holds all of them."""
