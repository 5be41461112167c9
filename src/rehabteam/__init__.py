"""Rehabteam: the municipal rehabilitation team's cases, from six months passed to the indstilling given."""
