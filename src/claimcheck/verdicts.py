"""What the engine gives and reports take: verdicts, conflicts with their certificates, and repairs."""

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.documents.model import Document
from claimcheck.findings import Finding, Severity
from claimcheck.kinds.statement import Linear, Quantity
from claimcheck.quantity.interval import Interval
from claimcheck.sheet.model import Claim, Sheet

if TYPE_CHECKING:
    from claimcheck.documents.covered import Number


class Verdict(StrEnum):
    """What was found of one claim; the first that applies."""

    CONTRADICTED = "contradicted"
    UNDECIDED = "undecided"
    UNCHECKED = "unchecked"
    CONFIRMED = "confirmed"
    ROUNDING = "rounding"
    CONSISTENT = "consistent"


WORST_FIRST = (
    *(Verdict.CONTRADICTED, Verdict.UNDECIDED, Verdict.ROUNDING),
    *(Verdict.CONSISTENT, Verdict.CONFIRMED, Verdict.UNCHECKED),
)


class Result(NamedTuple):
    """The outcome for one claim; intervals are in the claim's own terms (35% is 0.35)."""

    claim: str
    verdict: Verdict
    stated: Interval | None
    recomputed: Interval | None
    exact: bool = True  # False: `recomputed` is an enclosure of the tight range
    slack: Fraction | None = None  # half-units of the printed number until it fails; negative: by how many it fails
    bearing: tuple[str, ...] = ()  # the claims that carry the ends of `recomputed`
    conflicts: tuple[int, ...] = ()  # positions in `Assessment.conflicts`
    reason: str = ""  # why undecided
    reading: int = 0  # of the claim's readings the one in whose terms all this is


class Line(NamedTuple):
    """One line of a certificate: `multiplier` times one inequality of a claim, or times a product of inequalities.

    For the statement `n / d in [low, high]` with d > 0 the inequalities are, by side:
    `low`: n - low*d >= 0;  `high`: high*d - n >= 0;  `sign`: d > 0 (`case` -1: -d > 0, and the first two times -1).
    n and d of a formula are polynomials, by the rules of fractions: nothing is cancelled, but equal denominators are
    kept, and (a/b) / (c/d) is add/bcd, so that a formula has a value just where its d is not 0.
    For a quantity's sign, `claim` is empty and the inequality is `quantity >= 0` (`side` "sign"); for an end of a piece
    it is the tightest bound of the branch on that side (`side` "<=", ">=", "<" or ">").
    For a `product` it is the product of the inequalities of `factors`, each times its own multiplier: with the ends
    x <= 3 and y >= 2, (3 - x)(y - 2) >= 0.
    An open end makes its inequality strict, and strict factors alone their product. Multipliers are positive; the
    weighted sum of all left sides is a constant c with c < 0, or c = 0 and one line strict: so not all can hold.
    """

    claim: str
    reading: int
    statement: int
    side: str  # "low" | "high" | "sign", a cut's "<=" | ">=" | "<" | ">", or "product"
    multiplier: Fraction
    case: int = 1  # the sign of the denominator in this branch
    quantity: Quantity | None = None
    factors: tuple["Line", ...] = ()  # of a product


class Branch(NamedTuple):
    """One leaf of a case distinction (readings, denominator signs, pieces), each refuted by its own lines.

    `choices` says which case was taken: `(claim, reading, case)` for readings and denominator signs, one entry for each
    denominator of unknown sign in the order of the claim's statements, or one where there is none. `bounds` are the
    ends of the piece, `(quantity, "<=" | ">=" | "<" | ">", number)`: cuts of whole numbers, and of any quantity that
    occurs in a product. The pieces cover everything. A conflict without cases has one branch.
    """

    lines: tuple[Line, ...]
    choices: tuple[tuple[str, int, int], ...] = ()
    bounds: tuple[tuple[Quantity, str, Fraction | int], ...] = ()


class Step(NamedTuple):
    """One step of an explanation: with what is known so far, `claim` puts `subject` into `interval`.

    `subject` is a quantity, or its ratio to `unit_quantity` when the component has no printed level ("taking
    volume[2010] as 1").
    """

    claim: str
    subject: Quantity
    interval: Interval
    before: Interval | None = None  # what earlier steps made of the subject; the last step does not meet it
    given: tuple[Quantity, ...] = ()  # the quantities whose intervals went in
    factors: tuple[tuple[Quantity, Interval], ...] = ()  # the claim solved for `subject`: a factor of each of `given`
    constant: Interval | None = None  # and the number that is added
    note: str = ""  # what a side condition says, "a part is at most its whole"
    whole: bool = False  # the subject counts things: whole numbers only


class Added(NamedTuple):
    """One line of a weighted sum: an inequality that a claim makes, and what all lines so far make together.

    Both are forms that are at least 0 (above 0 if `strict`): coefficients of quantities, and a number.
    """

    claim: str  # empty: that `subject` is not below 0
    side: str  # the end of the claim's number that is used, the favourable one: "low" | "high"
    weight: Fraction
    subject: Quantity | None  # what the line is solved for: the quantity that it puts an end to
    form: tuple[tuple[Quantity, Fraction], ...]
    number: Fraction
    strict: bool
    total: tuple[tuple[Quantity, Fraction], ...]
    total_number: Fraction
    head: Quantity | None = None  # of which `total` is told as a bound; it stands alone on its side
    note: str = ""


class Miss(NamedTuple):
    """The weighted-sum explanation: even at the favourable end of every rounding the claims miss by `gap`.

    `gap` is in the unit of `subject`, the quantity on which the last line disagrees with those before. Where no level
    is printed it is 0: what is missing is then made of quantities, those that the `total` of the last line leaves.
    """

    gap: Fraction
    terms: tuple[tuple[str, Fraction, str], ...]  # (claim, weight, side)
    lines: tuple[Added, ...] = ()  # in an order in which one can follow
    subject: Quantity | None = None


class Case(NamedTuple):
    """One case of a conflict that has several, and why it fails: by a chain or by a weighted sum."""

    readings: tuple[tuple[str, int], ...] = ()  # (claim, position of the reading)
    signs: tuple[tuple[Linear, int], ...] = ()  # denominators taken to be above 0 (1) or below (-1)
    bounds: tuple[tuple[Quantity, str, Fraction | int], ...] = ()  # whole numbers: (quantity, "<=" | ">=", number)
    steps: tuple[Step, ...] = ()
    unit_quantity: Quantity | None = None
    miss: Miss | None = None


class Slip(NamedTuple):
    """A likely slip that would mend a whole component: its name and the number it would have been."""

    name: str  # "digit", "swapped", "sign", "power of ten", "magnitude", "points", "by for to", "year", "reading"
    text: str


class Repair(NamedTuple):
    """What one claim of a conflict would have to be for this conflict to go away."""

    claim: str
    needs: Interval | None  # in the claim's own terms; None where no number of its own would mend it
    cures: bool  # whether changing this claim alone makes its component consistent, the other conflicts set aside
    slip: Slip | None = None
    exact: bool = True  # False: `needs` is an enclosure; a number outside would not do, one inside may not either
    decided: bool = True  # False: whether it cures was not found out
    others_cure: bool | None = False  # whether further quotes that say what the first does cure; None: not found


class Conflict(NamedTuple):
    """A minimal set of claims that cannot all hold, with the proof."""

    claims: tuple[str, ...]
    certificate: tuple[Branch, ...]
    narrow: bool = False  # True: only when trailing zeros are read to the last printed digit (a warning)
    hedge: bool = False  # True: the width of a hedge ("about") decides it
    unit_quantity: Quantity | None = None  # fixed to 1 in `steps`
    steps: tuple[Step, ...] = ()  # a chain a person can follow; empty where only the sum proves it
    miss: Miss | None = None
    repairs: tuple[Repair, ...] = ()  # ranked: the first is the likeliest
    cases: tuple[Case, ...] = ()  # in place of `steps` and `miss` where readings, signs or whole numbers make several
    suspect: str = ""  # the first repair's claim, where evidence speaks clearly for it
    minimal: bool = True  # False: of some claim the budget did not tell whether the others clash without it


class Assessment(NamedTuple):
    """All that the engine says of one system: a result for each claim, conflicts, and a witness of the rest.

    `refuted_readings` names readings that cannot hold: `(claim, position of the reading)`. `unaided` says that a large
    component was searched without HiGHS, which is not installed and would have been faster.
    """

    results: tuple[Result, ...]
    conflicts: tuple[Conflict, ...]
    witness: Mapping[Quantity, Fraction]
    refuted_readings: tuple[tuple[str, int], ...] = ()
    unaided: bool = False


class Located(NamedTuple):
    """Where a quote stands: offsets in the visible text of a document, and how it was found."""

    document: Document
    start: int
    end: int
    how: str  # "exact", "normalised", "fuzzy"


class Report(NamedTuple):
    """Everything that was found of one sheet; reporters map it to text and do nothing else.

    `sheet` and `assessment` are None where the sheet cannot be read: `findings` say why. `places` holds for the id of
    each claim one entry a quote, None where the quote was not found or there is no document; `exempted` likewise for
    each exemption in order.
    """

    path: str
    sheet: Sheet | None
    assessment: Assessment | None
    findings: tuple[Finding, ...]
    documents: tuple[Document, ...] = ()
    places: Mapping[str, tuple[Located | None, ...]] = {}
    exempted: tuple[tuple[Located | None, ...], ...] = ()
    hidden: frozenset[str] = frozenset()  # claims that were checked and that nobody asked to see
    known: tuple[Finding, ...] = ()  # those that a baseline acknowledges, taken out of `findings`
    numbers: tuple["Number", ...] = ()  # of the documents, and what each is to the sheet; where a report shows them

    def __repr__(self) -> str:
        counted = f"{len(self.claims)} claims, {len(self.conflicts)} conflicts, {len(self.findings)} findings"
        return f"<Report {self.path}: {counted}>"

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims that people wrote, without those that structure makes and those nobody asked to see."""
        if self.sheet is None:
            return ()
        return tuple(claim for claim in self.sheet.claims if not claim.structure and claim.id not in self.hidden)

    @property
    def results(self) -> dict[str, Result]:
        """The outcome of each claim by its id."""
        return {result.claim: result for result in self.assessment.results} if self.assessment else {}

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """The contradictions, in the order of their numbers."""
        return self.assessment.conflicts if self.assessment else ()

    def worst(self) -> Severity | None:
        """Return the highest severity of a finding."""
        return max((finding.severity for finding in self.findings), default=None)

    def located(self, claim: str) -> "Located | None":
        """Return where the first quote of a claim that a document holds stands."""
        return next((each for each in self.places.get(claim, ()) if each), None)

    def exit_code(self, fail_on: Severity) -> int:
        """Return 0, 1 for a finding at or above `fail_on`, or 2 for one of the sheet or its input (CC0xx)."""
        if any(finding.is_unread for finding in self.findings):
            return 2
        return int(any(finding.severity >= fail_on for finding in self.findings))
