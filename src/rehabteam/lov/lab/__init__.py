"""Lov om en aktiv beskæftigelsesindsats, the provisions the order leans on."""
