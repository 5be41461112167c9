"""An edition made up for the tests: what it takes to let new law govern new cases."""
