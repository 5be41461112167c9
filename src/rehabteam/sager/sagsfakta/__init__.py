"""A case's rows → the facts the law asks about, one file per part of the case. Read-only."""
