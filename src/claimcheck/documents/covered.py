"""What a document's number is to the sheets about it: bound, exempted, uncovered, or of a class that needs no claim."""

from collections.abc import Iterable
from typing import NamedTuple

from claimcheck.documents.model import Document
from claimcheck.findings import Span
from claimcheck.quantity.terms import Written

BOUND, EXEMPTED, UNCOVERED = "bound", "exempted", "uncovered"
COUNTED = (BOUND, EXEMPTED, UNCOVERED)
CLASSES = ("year", "date", "ordinal", "label", "code")


class Number(NamedTuple):
    """One number of a document. `status` is bound, exempted, uncovered, or its class where it needs no claim.

    The classes are year, date, ordinal, label, and code for what a code block shows.
    """

    document: Document
    written: Written
    status: str
    claims: tuple[str, ...] = ()  # that bind it
    touched: tuple[str, ...] = ()  # claims whose quote holds it, and that assert another number
    because: str = ""  # the reason of its exemption
    period: bool = False  # bound because it says how long the period of its claim is

    @property
    def place(self) -> Span:
        """Where its digits stand."""
        return self.document.span(self.written.number_start, self.written.number_end)

    @property
    def text(self) -> str:
        """The number as printed, with sign, currency, magnitude and unit, in one line."""
        return " ".join(self.document.text[self.written.amount_start : self.written.amount_end].split())


def percent(numbers: Iterable[Number]) -> float:
    """Return the share of bound and exempted numbers among those that need a claim, in percent; 100 for none."""
    needing = [number for number in numbers if number.status in COUNTED]
    missing = sum(number.status == UNCOVERED for number in needing)
    return 100 * (len(needing) - missing) / len(needing) if needing else 100.0


class Edit(NamedTuple):
    """A number with a slip in it, and whether its sheet would notice; `None` where the budget ran out first."""

    slip: str  # "digit", "swapped", "sign", "factor 1000", "points"
    text: str
    caught: bool | None


class Edited(NamedTuple):
    """A bound number with all that was done to it."""

    number: Number
    edits: tuple[Edit, ...]

    @property
    def caught(self) -> int:
        """How many edits are caught."""
        return sum(edit.caught is True for edit in self.edits)

    @property
    def tried(self) -> int:
        """How many edits were decided."""
        return sum(edit.caught is not None for edit in self.edits)

    @property
    def could_be_anything(self) -> bool:
        """Whether every edit was tried, and none was caught."""
        return bool(self.edits) and self.tried == len(self.edits) and not self.caught
