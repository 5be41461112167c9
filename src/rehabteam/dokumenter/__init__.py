"""Bytes: the store, the check of what comes in, the collected bundle."""
