"""The door for people with a browser: parse, call one Handling or one udtræk, render."""
