"""The law: pure functions from facts and a date to a Vurdering. Standard library and `holidays` only."""
