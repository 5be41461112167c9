"""The forberedende del: part by part, version by version, by many at once."""
