"""The organisations of one test, and the address our side of it has."""

import uuid

from rehabteam.web.models import Myndighed
from tests.verden import Verden

SIDE = "http://testserver"


class Sted:
    """The organisations of one test, each with a CVR number of its own."""

    def __init__(self, v: Verden) -> None:
        self.v = v
        self.kommune, self.region, self.nabo = (str(uuid.uuid4().int)[:8] for _ in range(3))
        for organisation, cvr in (
            (v.kommune, self.kommune),
            (v.region, self.region),
            (v.nabokommune, self.nabo),
        ):
            Myndighed.objects.using("vedligehold").create(organisation=organisation, cvr=cvr)
