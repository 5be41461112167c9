"""How the parts are put together: Django's configuration, addresses and entry points."""
