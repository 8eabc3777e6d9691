"""Measure newsdb beside its peers; no peer is a dependency of newsdb."""
