"""Figures for those who lead: one file per figure, with its definition beside its query. Small counts: beskyt.py."""
