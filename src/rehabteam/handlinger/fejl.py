"""What a Handling can answer instead of doing it. All texts are Danish and meant for the person."""


class KanIkke(Exception):
    """What was given cannot be used. `felter`: field name → what is wrong and how to mend it; "" = the whole."""

    def __init__(self, felter: dict[str, str]) -> None:
        super().__init__("; ".join(felter.values()))
        self.felter = felter


class AendretAfAnden(Exception):
    """Somebody saved in between. `deres`: field name → their text, to be shown beside what was typed."""

    def __init__(self, hvem: str, hvornaar: object, version: int, deres: dict[str, object]) -> None:
        super().__init__(f"ændret af {hvem}")
        self.hvem = hvem
        self.hvornaar = hvornaar
        self.version = version
        self.deres = deres


class FindesIkke(Exception):
    """Nothing with that id can be seen by this person – whether or not it exists for others."""
