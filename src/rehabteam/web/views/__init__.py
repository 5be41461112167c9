"""Pages, by topic. A view parses, calls one Handling or one udtræk, and renders."""
