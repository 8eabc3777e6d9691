"""Interviews: which lines ask, which answer, whose turn it is, and who answers."""
