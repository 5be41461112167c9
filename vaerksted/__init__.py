"""The workshop: what `make` calls. Standard library only, since it runs before anything is installed."""
