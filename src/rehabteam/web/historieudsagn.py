"""What somebody did, as it follows a name in the history: the form of one line of the two lists."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Udsagn:
    """What somebody did, as it follows a name. `moenster`: where the stored sentence says the same with more in it.

    The groups of the pattern go into `med`; a group named `rest` is shown below the sentence.
    """

    slags: str
    gjorde: str
    moenster: str = ""
    med: str = ""
    selv: str = ""  # when it is the citizen who does it


def helt(slags: str, gjorde: str, moenster: str, med: str = "") -> Udsagn:
    """A line whose whole stored sentence is read by `moenster`."""
    return Udsagn(slags, gjorde, moenster, med or gjorde)
