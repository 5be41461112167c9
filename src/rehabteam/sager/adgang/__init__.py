"""Who may do what: one table of rights, walls in PostgreSQL, and the log of every look."""
