"""What every claim kind shares: operands, stated numbers, argument roles, and the interface of a kind."""

from collections.abc import Callable, Iterator
from enum import Enum
from fractions import Fraction
from typing import Any, ClassVar, NamedTuple, Self, dataclass_transform

from claimcheck.kinds.statement import Condition, Linear, Quantity, total
from claimcheck.quantity.interval import Interval
from claimcheck.quantity.period import Period
from claimcheck.quantity.rounding import half_unit, interval, plain_interval, scaled
from claimcheck.quantity.terms import ONE, Style, Written

_FALLEN = Interval(None, ONE)  # the multiples that a fall leaves


class Mode(Enum):
    """How printed numbers are read; decision 1 tells of the wide and the narrow reading."""

    WIDE = "wide"
    NARROW = "narrow"  # trailing zeros left of the point are digits like any other
    PLAIN = "plain"  # a hedge of default width ("about") adds nothing to the rounding


class Role(Enum):
    """What an argument of a kind may hold; loader, schema and manual go by it."""

    OPERAND = "a quantity or a sum of quantities"
    OPERANDS = "a list of quantities"
    COUNTED = "a quantity or a whole number"
    PERIOD = "a period"
    NUMBER = "the written number"
    WORD = "one of a few words"
    STEP = "year, quarter, month, week or day"
    EXACT = "an exact number"
    EXACTS = "a list of exact numbers"
    ITEMS = "a list of words"
    TRUTH = "true or false"
    FORMULA = "a formula"
    CLAIM = "the id of a claim"
    RIVAL = "a quantity, or the id of a claim beside `claim`"


class Fit(Enum):
    """Which numbers a kind takes."""

    LEVEL = "a level in the unit of its quantity"
    CHANGE = "a change in the unit of its quantity, or points"
    RATE = "a percentage or a multiple"
    SHARE = "a percentage, a fraction or a multiple"
    ADDED = "percentage points or a percentage"
    RATIO = "a number"
    COUNT = "a whole number"
    NONE = "no number"


class Argument(NamedTuple):
    """One argument of a kind as people write it."""

    key: str
    role: Role
    required: bool
    help: str
    words: tuple[str, ...] = ()


class Term(NamedTuple):
    """A quantity's name in an operand, with a period of its own where one is written: `exports[2014]`."""

    name: str
    period: Period | None = None


class Operand(NamedTuple):
    """A quantity or a sum of quantities, `asia + europe`."""

    terms: tuple[Term, ...]

    def at(self, period: Period | None) -> Linear:
        """Return its linear form at `period`; a term's own period wins."""
        return total([(self.quantity(term, period), 1) for term in self.terms])

    @staticmethod
    def quantity(term: Term, period: Period | None) -> Quantity:
        """Return the unknown that a term names at `period`."""
        own = term.period or period
        return Quantity(term.name, own.text if own else "")

    def text(self, period: Period | None) -> str:
        """Return it as people write it: `asia[2015] + europe[2015]`."""
        return " + ".join(str(self.quantity(term, period)) for term in self.terms)

    def grouped(self, period: Period | None) -> str:
        """Return its text, in parentheses where it is a sum."""
        text = self.text(period)
        return f"({text})" if len(self.terms) > 1 else text


class Stated(NamedTuple):
    """A written number and how its sheet says that numbers are to be read."""

    written: Written
    style: Style
    negative: bool = False  # below 0 though no minus is printed: "a loss of $5.0 million"; a verb turned round is not
    factor: Fraction = ONE  # what one of it is worth in the unit of its quantity: 1/1000 for kilograms in tonnes
    counts: tuple[Written, ...] = ()  # whole numbers printed with it: the 23 and the 42 of "55% (23 of 42)"
    of_all: bool = False  # its one count is that of all there are: the 42 of "55% of 42 patients"
    either: bool = False  # a move up or down, since its words only praise or blame: "improved by 2.3 points"

    def level(self, mode: Mode) -> Interval:
        """Return the interval of the number itself; the verb beside it says nothing of its sign."""
        plain = mode is Mode.PLAIN
        stated = (
            plain_interval(self.written, self.style)
            if plain
            else interval(self.written, self.style, narrow=mode is Mode.NARROW)
        )
        return stated.negated() if self._below else stated

    def below_zero(self) -> "Stated":
        """Return the number with a minus that its text does not print."""
        return self._replace(written=self.written._replace(direction="down"), negative=True)

    def turned(self) -> "Stated":
        """Return the move of the same size the other way."""
        way = "up" if self.written.direction == "down" else "down"
        return self._replace(written=self.written._replace(direction=way))

    @property
    def _below(self) -> bool:
        return self.negative and self.written.direction != "up"

    def share(self, mode: Mode) -> Interval:
        """Return the interval, parentheses taken as plain ones: "(20.7%)" after a total is no negative share."""
        stated = self.level(mode)
        return stated.negated() if self.written.parenthesised else stated

    def signed(self, mode: Mode) -> Interval:
        """Return the interval with the sign its verb gives: "fell by more than 1.8%" is below -1.8%."""
        stated = self.level(mode)
        if self.negative:
            return stated
        if self.written.direction == "down" and self.written.value >= 0:  # "fell 0%", rounded down, is -1% to 0%
            return stated.negated()
        if self.written.direction == "up" and self.written.parenthesised:
            return stated.negated()
        return stated

    def times(self, mode: Mode) -> Interval:
        """Return the multiple it states: "doubled" is 2, and "fell threefold" or "3 times lower" a third."""
        stated = self.level(mode)
        return stated.inverted().meet(_FALLEN) if self.divides else stated

    def rate(self, mode: Mode) -> Interval:
        """Return the relative change it states: "down 7%" is -0.07, "doubled" +1, "fell threefold" -2/3."""
        return self.times(mode).shifted(-1) if self.is_times else self.signed(mode)

    @property
    def is_times(self) -> bool:
        """Whether it says how many times as much it became, "tripled", and not by how much it grew."""
        return self.written.unit.family == "multiple" and (self.written.by_to != "by" or self.divides)

    @property
    def divides(self) -> bool:
        """Whether it is a multiple by which something fell; not in "down at 1.2 times" and "fell to 1.2 times"."""
        written = self.written
        before = written.text[: max(written.number_start - written.start, 0)].rstrip().lower()
        fell = written.unit.family == "multiple" and written.direction == "down" and written.by_to != "to"
        return fell and written.value > 1 and not before.endswith(" at")

    def half_unit(self) -> Fraction | None:
        """Return half a unit of the last printed digit; `None` for words and ranges."""
        return half_unit(self.written, self.style)

    def printed(self, reads: str) -> Fraction | None:
        """Return the one number that is printed, as `level`, `share`, `signed` or `rate` reads it."""
        written = scaled(self.written, self.style)
        if written.hedge not in ("", "exactly") or written.form != "number":
            return None  # a range is of a form of its own
        if reads in ("rate", "times") and self.is_times:
            times = 1 / written.value if self.divides else written.value
            return times - (reads == "rate")
        if self.negative:
            return -written.value if self._below else written.value
        down = reads in ("signed", "rate") and written.direction == "down" and written.value > 0
        bracket = written.parenthesised and (
            reads == "share" or (reads not in ("level", "times") and written.direction == "up")
        )
        return -written.value if down or bracket else written.value


def base_of(written: Written) -> Fraction:
    """Return what "per 1,000" divides by; 1 for all other numbers."""
    if not written.unit.per:
        return ONE
    from claimcheck.quantity.conversion import per_number

    return Fraction(per_number(written.unit.per) or 1)


class Known(NamedTuple):
    """What a kind may ask of its sheet while it compiles."""

    mode: Mode
    periods: Callable[[str], tuple[Period, ...]]  # those at which a name occurs
    number: Callable[[str], Linear | None]  # the stated number of another claim, as an unknown
    signed: Callable[[str], bool] = lambda _: False  # whether a quantity may be negative
    zero: Callable[[Linear], bool] = lambda _: False  # whether levels are printed that make it exactly 0


class Problem(NamedTuple):
    """A mistake in the arguments of a claim: which argument, and what is wrong."""

    key: str
    message: str
    help: str = ""


_REQUIRED: Any = object()


class _Field(NamedTuple):
    """A field of a kind: the argument it holds, and its default."""

    argument: Argument | None
    default: Any


def argument(
    key: str,
    role: Role,
    help_: str,
    *,
    optional: bool = False,
    default: Any = None,
    words: tuple[str, ...] = (),
) -> Any:
    """Declare a field of a kind as its argument `key`; an optional one is `default` where it is absent."""
    return _Field(Argument(key, role, not optional, help_, words), default if optional else _REQUIRED)


def beside(default: Any) -> Any:
    """Declare a field that is no argument: the loader fills it from what stands beside the arguments."""
    return _Field(None, default)


def operand(help_: str = "the quantity, or a sum of quantities", *, key: str = "of") -> Any:
    """Declare a required operand."""
    return argument(key, Role.OPERAND, help_)


def period(help_: str = "the period", *, key: str = "in") -> Any:
    """Declare an optional period."""
    return argument(key, Role.PERIOD, help_, optional=True)


def written_number(help_: str = "the written number, where the quote does not say which") -> Any:
    """Declare the written number; the loader insists that there is one."""
    return argument("is", Role.NUMBER, help_, optional=True)


@dataclass_transform(
    kw_only_default=True, frozen_default=True, field_specifiers=(argument, beside, operand, period, written_number)
)
class Kind:
    """What is asserted and how it is recomputed; its fields are its arguments.

    Kinds are frozen and compare by their fields, as frozen dataclasses do. They are not dataclasses: importing that
    module and making a class of each kind with it would cost a good part of a run's start-up.
    """

    name: ClassVar[str]
    code: ClassVar[str]
    fault: ClassVar[str]  # the rule's name: what is wrong when a claim of this kind fails by itself
    summary: ClassVar[str]
    fit: ClassVar[Fit] = Fit.NONE
    reads: ClassVar[str] = "level"  # the method of `Stated` that gives the number's interval
    moves_either_way: ClassVar[bool] = False  # whether its number may be one that rose or fell: "improved by"
    fields: ClassVar[dict[str, _Field]] = {}

    def __init_subclass__(cls) -> None:
        own = {name: value for name, value in vars(cls).items() if isinstance(value, _Field)}
        for name in own:
            delattr(cls, name)
        cls.fields = {**cls.fields, **own}

    def __init__(self, **given: Any) -> None:
        values = {name: given.pop(name, field.default) for name, field in self.fields.items()}
        missing = [name for name, value in values.items() if value is _REQUIRED]
        if given or missing:
            raise TypeError(f"{self.name} takes {', '.join(self.fields)}; missing {missing}, unknown {list(given)}")
        self.__dict__.update(values)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a claim's kind is frozen: {name} cannot be set")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and vars(self) == vars(other)

    def __hash__(self) -> int:
        return hash((type(self), *vars(self).values()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in vars(self).items())})"

    def conditions(self, known: Known) -> tuple[Condition, ...]:
        """Return what must hold; the first condition is the claim's own number."""
        raise NotImplementedError

    def otherwise(self, known: Known) -> "tuple[Way, ...]":  # noqa: ARG002  one signature for all kinds
        """Return other ways in which people mean the same words."""
        return ()

    def working(self) -> str:
        """Return the sum as a person writes it."""
        raise NotImplementedError

    def restate(self, ratio: Interval) -> Interval:
        """Carry a range of the first condition's ratio into the claim's own terms: 2.9 per 1,000."""
        return ratio.scaled(self.base)

    def problems(self) -> Iterator[Problem]:
        """Yield the mistakes that its arguments hold together."""
        yield from ()

    def whole_numbers(self) -> tuple[Quantity, ...]:
        """Return the quantities that count things."""
        return ()

    @property
    def stated(self) -> Stated | None:
        """The written number, where the kind takes one and the claim has one."""
        return getattr(self, "number", None)

    @property
    def base(self) -> Fraction:
        """What a share or a ratio "per 1,000" divides by; 1 for other kinds, whose numbers have units of their own."""
        return base_of(self.stated.written) if self.stated and self.fit in (Fit.SHARE, Fit.RATIO) else ONE

    def asserted(self, mode: Mode) -> Interval | None:
        """Return the interval of the written number in the claim's own terms; `None` where there is no number."""
        if self.stated is None:
            return None
        asserted: Interval = getattr(self.stated, self.reads)(mode)
        return asserted

    def compared(self, mode: Mode) -> Interval | None:
        """Return the interval by which the number is compared with others: 10.94 per 1,000 is less than 1.5%."""
        asserted = self.asserted(mode)
        return asserted and asserted.scaled(1 / self.base)

    def with_number(self, number: Stated) -> "Kind":
        """Return the same assertion with another written number; itself where it takes none."""
        return self.changed(number=number) if hasattr(self, "number") else self

    def changed(self, **fields: Any) -> Self:
        """Return the same assertion with other fields."""
        return type(self)(**{**vars(self), **fields})

    @classmethod
    def arguments(cls) -> tuple[Argument, ...]:
        """Return its arguments in the order of the manual."""
        return tuple(field.argument for field in cls.fields.values() if field.argument)

    @classmethod
    def attribute(cls, key: str) -> str:
        """Return the field that holds argument `key`."""
        return next(name for name, field in cls.fields.items() if field.argument and field.argument.key == key)


class Way(NamedTuple):
    """Another way to mean a claim: as what kind its number is told, and what must hold, as `conditions` has it."""

    kind: Kind
    conditions: tuple[Condition, ...]


def level_names(kind: Kind) -> list[str]:
    """Return the names of the quantities whose level or change a kind states: those of its `of`."""
    of = getattr(kind, "of", None)
    operands = of if isinstance(of, tuple) and not isinstance(of, Operand) else (of,)
    return [term.name for each in operands if isinstance(each, Operand) for term in each.terms]
