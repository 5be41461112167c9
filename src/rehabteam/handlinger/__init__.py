"""What can be done: one file per verb. Only a Handling changes what we know about a case."""
