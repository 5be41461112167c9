"""What we know: rows about citizens, forløb, cases, documents, meetings. No rules live here."""
