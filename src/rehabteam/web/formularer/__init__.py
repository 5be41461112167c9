"""What a person may type, by topic. What it means is for the Handling to judge."""
