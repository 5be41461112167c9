"""The list of parts as CycloneDX: the same locks and the same installed packages give the same bytes."""

from __future__ import annotations

import json
import tomllib
import uuid
from importlib import metadata
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType, Property
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.dependency import Dependency
from cyclonedx.model.license import LicenseAcknowledgement
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL

from vaerksted.sbom import laase
from vaerksted.sbom.laase import Pakke

# A number of its own for each content, so that two lists with the same number are the same list.
NAVNERUM = uuid.UUID("6f0c6a9e-1f0e-5d5c-9d5a-7f2c4f4c2a11")


def licens(pakke: Pakke) -> str:
    """What the package itself says: an SPDX expression, else the first line of its own words, else its classifier."""
    if pakke.licens or pakke.slags != "pypi":
        return pakke.licens
    try:
        om = metadata.metadata(pakke.navn)
    except metadata.PackageNotFoundError:
        return ""  # one for another kind of machine
    udtryk, ord_ = ((om.get_all(felt) or [""])[0] for felt in ("License-Expression", "License"))
    ord_ = ord_.strip().partition("\n")[0]
    klasser = [k.rpartition(" :: ")[2] for k in om.get_all("Classifier") or () if k.startswith("License :: ")]
    return udtryk or (ord_ if len(ord_) <= 60 else "") or "; ".join(sorted(klasser))


def _komponent(pakke: Pakke, sagt: str) -> Component:
    """`sagt`: the licence it declares."""
    purl = PackageURL.from_string(
        f"pkg:{pakke.slags}/{pakke.navn.replace('@', '%40')}@{pakke.version}"  # a scoped npm name begins with @
    )
    fabrik = LicenseFactory()
    return Component(
        type=ComponentType.LIBRARY,
        name=pakke.navn,
        version=pakke.version,
        bom_ref=purl.to_string(),
        purl=purl,
        # Of a pip package each is of one file that the lock permits (one per kind of machine).
        hashes=[HashType(alg=HashAlgorithm(pakke.algoritme), content=a) for a in pakke.aftryk],
        licenses=[fabrik.make_from_string(sagt, license_acknowledgement=LicenseAcknowledgement.DECLARED)]
        if sagt
        else [],
        properties=[Property(name="rehabteam:kun_hvor", value=pakke.hvor)] if pakke.hvor else [],
    )


def byg(rod: Path) -> str:
    """The whole list as JSON text. Raises Laasefejl when a lock cannot be read."""
    program = tomllib.loads((rod / "pyproject.toml").read_text("utf-8"))["project"]
    pakker = laase.krav(rod / "requirements" / "run.txt") + laase.npm(rod / "package-lock.json")
    selv = Component(
        type=ComponentType.APPLICATION,
        name=program["name"],
        version=program["version"],
        bom_ref="rehabteam",
        licenses=[LicenseFactory().make_from_string(program["license"])],
    )
    dele = {(p.slags, p.navn): _komponent(p, licens(p)) for p in pakker}
    bruger: dict[tuple[str, str], list[Component]] = {}
    for p in pakker:
        for af in p.af:
            bruger.setdefault((p.slags, af), []).append(dele[p.slags, p.navn])
    noder = [
        Dependency(
            selv.bom_ref, [Dependency(d.bom_ref) for s in ("pypi", "npm") for d in bruger.get((s, ""), [])]
        )
    ]
    noder += [
        Dependency(del_.bom_ref, [Dependency(d.bom_ref) for d in bruger.get(n, [])])
        for n, del_ in dele.items()
    ]
    bom = Bom(components=dele.values(), dependencies=noder, metadata=BomMetaData(component=selv))
    indhold = json.loads(JsonV1Dot6(bom).output_as_string())
    del indhold["metadata"]["timestamp"], indhold["serialNumber"]
    kerne = json.dumps(indhold, sort_keys=True, ensure_ascii=False)
    indhold["serialNumber"] = uuid.uuid5(NAVNERUM, kerne).urn
    return json.dumps(indhold, sort_keys=True, ensure_ascii=False, indent=2) + "\n"


def fejl(tekst: str) -> list[str]:
    """What the published schema of CycloneDX 1.6 does not accept; [] is a valid list."""
    fund = JsonStrictValidator(SchemaVersion.V1_6).validate_str(tekst, all_errors=True)
    return [str(f) for f in fund or ()]
