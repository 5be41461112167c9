"""Which connection may do what: only `vedligehold` changes tables."""


class KunVedligehold:
    """The site's own connection has no right to migrate, and is never asked to."""

    def allow_migrate(self, db: str, app_label: str, **hints: object) -> bool:
        return db == "vedligehold"
