"""What an identity provider says about people in the tests: attributes after OIOSAML 3."""

import base64

EID = "https://data.gov.dk/model/core/eid/"
LOA = "https://data.gov.dk/concept/core/nsis/loa"
PRIVILEGIER = f"{EID}privilegesIntermediate"
SYSTEM = "https://rehabteam.example.dk"


def uri(navn: str) -> str:
    return f"{SYSTEM}/roles/usersystemrole/{navn}/1"


def liste(*grupper: tuple[str, list[str]], ekstra: str = "") -> str:
    """A privilege list (base64): (CVR, names of roles) for each group; `ekstra` goes into each."""
    led = "".join(
        f'<PrivilegeGroup Scope="urn:dk:gov:saml:cvrNumberIdentifier:{cvr}">'
        + "".join(f"<Privilege>{uri(navn)}</Privilege>" for navn in navne)
        + f"{ekstra}</PrivilegeGroup>"
        for cvr, navne in grupper
    )
    xml = (
        '<?xml version="1.0" encoding="UTF-8"?><bpp:PrivilegeList '
        f'xmlns:bpp="http://digst.dk/oiosaml/basic_privilege_profile">{led}</bpp:PrivilegeList>'
    )
    return base64.b64encode(xml.encode()).decode()


def attributter(
    uuid: str, navn: str, privilegier: str, loa: str = "Substantial", **mere: str
) -> dict[str, list[str]]:
    """One person's attributes, as SAML names them."""
    felter = {
        "https://data.gov.dk/model/core/specVersion": "OIO-SAML-3.0",
        LOA: loa,
        f"{EID}professional/uuid/persistent": f"urn:uuid:{uuid}",
        f"{EID}fullName": navn,
        PRIVILEGIER: privilegier,
    } | mere
    return {n: [v] for n, v in felter.items() if v}
