"""Worklists and searches: querysets and plain rows. Never a rule."""
