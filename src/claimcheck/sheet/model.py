"""A claims sheet as the rest of the tool sees it."""

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from claimcheck.findings import Span
from claimcheck.kinds.base import Kind, Operand, Stated
from claimcheck.kinds.statement import Quantity
from claimcheck.quantity.period import Period
from claimcheck.quantity.terms import Style, Unit


class Quote(NamedTuple):
    """A phrase that stands word for word in a document, and what tells it from an equal one."""

    text: str
    place: Span  # in the sheet
    prefix: str = ""
    suffix: str = ""
    line: int | None = None
    number: Stated | None = None  # the number of the claim that this quote holds


class Ignore(NamedTuple):
    """A finding that a claim's author acknowledges."""

    code: str
    because: str
    place: Span


class Claim(NamedTuple):
    """An assertion of one kind, or several readings of it, with the quotes that print it."""

    id: str  # "eu-japan[1]"
    base: str  # the id as the sheet has it, "eu-japan"
    readings: tuple[Kind, ...]
    place: Span
    quotes: tuple[Quote, ...] = ()
    ignores: tuple[Ignore, ...] = ()
    structure: bool = False  # from `quantities:`, what a reader knows
    number_place: Span | None = None  # where `is` stands in the sheet
    printed: tuple[tuple[Stated | None, ...], ...] = ()  # of several quotes, each reading's number in each

    @property
    def kind(self) -> Kind:
        """The assertion, or the first of its readings."""
        return self.readings[0]

    def again(self, position: int) -> list[Stated]:
        """Return the other numbers that further quotes print for a reading."""
        numbers = self.printed[position] if self.printed else ()
        return [number for number in numbers if number and number != self.readings[position].stated]

    def names(self) -> set[str]:
        """Return the names of the quantities that its readings have as arguments."""
        fields = [field for kind in self.readings for field in vars(kind).values()]
        found = fields + [each for field in fields if isinstance(field, tuple) for each in field]
        return {term.name for each in found if isinstance(each, Operand) for term in each.terms}

    @property
    def assumed(self) -> bool:
        """Whether no document prints it."""
        return not self.quotes


class Exemption(NamedTuple):
    """Phrases whose numbers need no claim, and why."""

    quotes: tuple[Quote, ...]
    because: str
    place: Span


class Series(NamedTuple):
    """What the sheet says of a quantity: its label, unit, sign and structure."""

    name: str
    place: Span
    label: str = ""
    unit: Unit | None = None
    signed: bool = False
    parts: tuple[Operand, ...] = ()
    complete: bool = True
    part_of: Operand | None = None
    ratio: tuple[Operand, Operand] | None = None
    positive: bool = False  # declared so, not only by default


class Defaults(NamedTuple):
    """What holds for every claim that does not say otherwise."""

    style: Style
    in_: Period | None = None
    over: str = ""
    unit: Unit | None = None
    coverage: str = ""  # "required": an uncovered number is an error


class Derived(NamedTuple):
    """What its quantities turn out to be: ratios of others, and the unit of each where a sheet mixes units."""

    ratios: dict[Quantity, tuple[Operand, Operand, Period | None]] = {}  # noqa: RUF012  never changed
    units: dict[str, Unit] = {}  # noqa: RUF012  never changed


class _Sheet(NamedTuple):
    path: str
    documents: tuple[tuple[str, Span], ...]
    defaults: Defaults
    series: dict[str, Series]
    claims: tuple[Claim, ...]
    exempt: tuple[Exemption, ...]
    place: Span
    derived: Derived = Derived()


class Sheet(_Sheet):
    """One `claims.yaml`: its documents as written, its claims in order, structure made into claims last."""

    def claim(self, identifier: str) -> Claim | None:
        """Return the claim with this id."""
        return self._by_id.get(identifier)

    def about(self, names: Iterable[str]) -> list[Claim]:
        """Return the claims that speak of a quantity of these names, in order."""
        return [self.claims[at] for at in sorted({at for name in names for at in self._by_name.get(name, ())})]

    @cached_property
    def _by_id(self) -> dict[str, Claim]:
        return {claim.id: claim for claim in reversed(self.claims)}

    @cached_property
    def _by_name(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for at, claim in enumerate(self.claims):
            for name in claim.names():
                found.setdefault(name, []).append(at)
        return found
