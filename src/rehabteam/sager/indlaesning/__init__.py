"""Files from the kommune's other system: what they hold, how they are read, and where they wait."""
