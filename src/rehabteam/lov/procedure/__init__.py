"""The region's own procedure. Breaking it is not breaking the order or the Act."""
