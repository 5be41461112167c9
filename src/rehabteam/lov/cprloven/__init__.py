"""CPR-loven, as far as a protected name and address goes."""
