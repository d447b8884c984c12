"""Which number a claim asserts: the one that `is` says, or the one of its quote that fits its kind and its unit."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from claimcheck.kinds.base import Fit, Operand, Stated
from claimcheck.quantity.lexicon.changes import FALLS
from claimcheck.quantity.lexicon.numbers import SCALES
from claimcheck.quantity.terms import BARE, MEASURED, PERCENT, POINTS, QUANTITIES
from claimcheck.quantity.written import scan
from claimcheck.sheet.agreement import preferred, repeated, report_differing, signed, way_said
from claimcheck.sheet.fitting import PARTS, fits
from claimcheck.sheet.judged import either_way
from claimcheck.sheet.meant import (
    change_and_level,
    ends_of_move,
    first_cell,
    in_cells,
    in_its_unit,
    one_for_so_many,
    shared,
    unwrapped,
)
from claimcheck.sheet.nodes import Node, Scalar, Sequence
from claimcheck.sheet.values import shown

if TYPE_CHECKING:
    from claimcheck.kinds.base import Kind
    from claimcheck.quantity.written import Style, Unit, Written
    from claimcheck.sheet.model import Defaults, Quote, Series
    from claimcheck.sheet.values import Values

_LOOSE = ("about", "nearly", "just over", "plus-minus")
_RATE = re.compile(
    r"\b(?:growth|inflation|rates?|pace|increase|rise|cagr|decline|decrease)\b|增速|增长率", re.IGNORECASE
)
_HUNDREDTH = Fraction(1, 100)

Line = dict[str, Any]
Chosen = list[tuple[Stated | None, ...]]


class Numbers:
    """Chooses numbers for the claims of one sheet."""

    def __init__(self, values: Values, defaults: Defaults, series: dict[str, Series]) -> None:
        self.values = values
        self.defaults = defaults
        self.series = series
        self.measured: set[str] = set()  # the currencies and measures that numbers print, and % of levels
        self.averages = False  # whether counted things are printed with decimals
        self.unquoted = False  # whether the claim has a quote under a misspelt key, so that its number may stand there
        self.scaled = False  # whether the claim says a scale of its own
        self.several = False  # whether the claim has readings, each of which may put its own unit to the quote's digits

    def mixes_units(self) -> bool:
        """Whether several currencies or measures are printed or declared, so that some may have to be converted."""
        units = [known.unit for known in self.series.values() if known.unit]
        declared = {unit.name for unit in units if unit.family in (*MEASURED, "percent")}
        default = {self.defaults.unit.name} if self.defaults.unit else set()
        return len(declared | self.measured | default) > 1 or any(map(_counts_parts, self.measured))

    def choose(
        self,
        cls: type[Kind],
        quotes: tuple[Quote, ...],
        nodes: tuple[Node, ...],
        is_node: Node | None,
        style: Style,
        lines: list[Line],
        key: Scalar,
    ) -> Chosen | None:
        """Return for each claim its number and the number in each quote; `None` after a finding.

        Raises nothing: a number that is absent, that differs, or that does not fit is a finding at its place.
        """
        if cls.fit is Fit.NONE:
            return [(None,) * (len(quotes) + 1) for _ in lines]
        style = _of_kind(cls, style, scaled=self.scaled)
        if getattr(cls, "takes_all", False):
            from claimcheck.sheet.counted import counted

            whole = counted(self.values, quotes, nodes, is_node, style, key)
            return [whole] if whole else None
        before = len(self.values.findings)
        units = [self._unit(cls, line) for line in lines]
        said = [number and in_its_unit(cls, number, units[0]) for number in self._said(is_node, style, lines)]
        if len(self.values.findings) > before:
            return None
        found = [
            self._in_quote(cls, quote, node, said, style, units, is_node)
            for quote, node in zip(quotes, nodes, strict=True)
        ]
        if len(self.values.findings) > before:
            return None
        found = _share_out(found, len(lines))
        chosen: Chosen = []
        for i, unit in enumerate(units):
            in_quotes = [numbers[i] for numbers in found]
            main = preferred(said[i], next((number for number in in_quotes if number), None))
            if main is None:
                self._missing(cls, quotes, nodes, key)
                return None
            if cls.reads in ("rate", "signed"):
                text, place = (quotes[0].text, nodes[0]) if said[i] is None else (main.text, is_node or nodes[0])
                main = self._moved(main, text, place)
                in_quotes = [number and _as_rate(number, text) for number in in_quotes]
            self._check_unit(cls, main, unit, is_node or nodes[0], lines[i])
            for number, node in zip(in_quotes, nodes, strict=True):
                if number and number.unit != main.unit:
                    self._check_unit(cls, number, _currency(main) or unit, node, lines[i])
            divided = self._is_divided(cls, lines[i])
            fitted = [
                _fit(cls, number, unit, style, divided=divided) if number else None for number in (main, *in_quotes)
            ]
            printed = [number.written.unit for number in fitted if number]
            self.measured.update(unit.name for unit in printed if unit.family in MEASURED or _is_level(cls, unit))
            self.measured.update(unit.per for unit in printed if unit.per)
            self.averages |= any(n.written.decimals and n.written.unit.family == "count" for n in fitted if n)
            fitted = _directed(cls, fitted, said[i], (_text_of(is_node, i), *(quote.text for quote in quotes)))
            if cls.name == "difference":
                fitted = [number and _compared(number) for number in fitted]
            chosen.append(tuple(fitted))
        return chosen if len(self.values.findings) == before else None

    def _said(self, node: Node | None, style: Style, lines: list[Line]) -> list[Written | None]:
        """Return what `is` says for each claim."""
        if node is None:
            return [None] * len(lines)
        items = node.items if isinstance(node, Sequence) else (node,)
        if len(items) != len(lines):
            self.values.report(
                "bad-arguments", f"`is` holds {_count(len(items), 'number')} for {_count(len(lines), 'claim')}", node
            )
            return [None] * len(lines)
        return [self.values.number(item, "is", style.locale) for item in items]

    def _in_quote(
        self,
        cls: type[Kind],
        quote: Quote,
        node: Node,
        said: list[Written | None],
        style: Style,
        units: list[Unit | None],
        is_node: Node | None,
    ) -> list[Written | None]:
        """Return the number of each claim in one quote; `None` where it holds none."""
        scanned = self.values.numbers(node, "quote", style.locale)
        candidates, whole = _candidates(cls, scanned, quote.text, style.locale, units)
        cells = in_cells(scanned, quote.text)
        parted: list[Written] = []
        if cells != quote.text:
            parted, _ = _candidates(cls, scan(cells, style.locale), cells, style.locale, units)
        elif first := first_cell(quote.text, style.locale):
            parted = [*first, *candidates]
        if said[0] is not None:
            ways = [change_and_level(written, quote.text, style.locale) for written in whole]
            ways += [one_for_so_many(written, quote.text, style.locale) for written in scanned if cls.fit is Fit.RATIO]
            meant = [written for way in ways for written in way]
            candidates += [written for written in (*whole, *parted, *meant) if written not in candidates]
            part = cls.fit in (Fit.SHARE, Fit.RATIO)
            return [self._matching(written, candidates, quote, is_node, part=part) for written in said]
        if len(parted) == len(units) != len(candidates):  # "682 611" are two cells where two numbers are wanted
            candidates = parted
        fitting = [written for written in candidates if fits(cls, written, units[0])]
        if len(units) == 1 and len(candidates) == 1:
            return [candidates[0]]
        if len(fitting) == len(units):
            return list(fitting)
        if len(candidates) == len(units):
            return list(candidates)
        if len(fitting) == 1 or not candidates:
            return [fitting[0] if fitting else None]
        texts = ", ".join(shown(written.text) for written in (fitting or candidates))
        claims = "one claim" if len(units) == 1 else f"{len(units)} claims"
        self.values.report(
            "number-not-said",
            f"the quote holds {len(fitting or candidates)} numbers for {claims}: {texts}",
            node,
            "say which with `is:`",
        )
        return [None] * len(units)

    def _matching(
        self, said: Written | None, candidates: list[Written], quote: Quote, is_node: Node | None, *, part: bool
    ) -> Written | None:
        """Return the quote's number that `is` repeats; a finding where the quote holds only others."""
        if said is None or not candidates:
            return None
        same = repeated(said, candidates, quote.text, several=self.several, part=part)
        if same is None:
            report_differing(self.values, said, candidates, quote, is_node)
        return same

    def _moved(self, main: Written, text: str, node: Node) -> Written:
        """Return a number as a change; a finding where it is a level that something moved to, or its sign is not plain.

        "Growth slowed to 5%" is one of 5%, and "fell to 39%" none.
        """
        if main.by_to == "to" and main.direction and main.unit.family in ("percent", "points", *MEASURED):
            rate = _as_rate(main, text)
            if rate is main:
                message = f"{shown(main.text)} says where it came to, and not by how much it changed"
                self.values.report(
                    "number-not-said", message, node, "say the change with `is:`, or use the kind `value`"
                )
            return rate
        if (
            main.direction
            or main.by_to
            or main.value <= 0
            or main.text.startswith(("+", "plus "))
            or main.form == "multiple"
        ):
            return main
        falls = [word for word in re.findall(r"[a-z]+", text.lower()) if word in FALLS]
        if falls:
            message = f"whether {shown(main.text)} is the fall that {shown(falls[0])} speaks of is not plain"
            self.values.report("number-not-said", message, node, f"say it with `is:`, -{main.text} or +{main.text}")
        return main

    def _missing(self, cls: type[Kind], quotes: tuple[Quote, ...], nodes: tuple[Node, ...], key: Scalar) -> None:
        if self.unquoted:
            return
        if quotes:
            self.values.report(
                "number-not-said", f"the quote {shown(quotes[0].text)} holds no number", nodes[0], "say it with `is:`"
            )
        else:
            self.values.report(
                "number-not-said", f"{cls.name} needs a number, and there is no quote that holds one", key, "add `is:`"
            )

    def _unit(self, cls: type[Kind], line: Line) -> Unit | None:
        """Return the unit that the claim's quantity is declared to have."""
        operand = _operand(line)
        if cls.fit not in (Fit.LEVEL, Fit.CHANGE) or operand is None:
            return None
        known = self.series.get(operand.terms[0].name)
        return known.unit if known and known.unit else self.defaults.unit

    def _is_divided(self, cls: type[Kind], line: Line) -> bool:
        """Whether a number is made by division, so that counted things are rounded as well: 3 goals per match."""
        operand = _operand(line)
        known = operand and self.series.get(operand.terms[0].name)
        return cls.fit is Fit.RATIO or cls.name == "average" or bool(known and known.ratio)

    def _check_unit(self, cls: type[Kind], main: Written, unit: Unit | None, node: Node, line: Line) -> None:
        if fits(cls, main, unit):
            return
        family = main.unit.family
        message, help_ = f"{shown(main.text)} is {_noun(main)}, and {cls.name} takes {cls.fit.value}", ""
        if cls.fit is Fit.RATE and family == "none":
            help_ = f"write {main.digits}% for a percentage, or {main.digits} times for a multiple"
        elif cls.fit is Fit.SHARE and family == "currency":
            help_ = "so much of every dollar, or for every one, is said by the kind `ratio`"
        elif family == "points":
            help_ = "points are a difference of two percents: the kind is `change`"
        elif cls.fit in (Fit.LEVEL, Fit.CHANGE) and unit:
            operand = line.get("of")
            name = operand.terms[0].name if isinstance(operand, Operand) else "the quantity"
            message = f"{shown(main.text)} is {_noun(main)}, and {name} is in {unit.name}"
            if unit.family == "count" and family != "count":  # any word may be what is counted: a misspelt one is, too
                help_ = f"where {name} is meant to be so, write `unit: {main.unit.name}`"
            if cls.fit is Fit.CHANGE and family == "percent":
                message = f"{shown(main.text)} is a relative change, and a change of {name}, a percentage, is in points"
                help_ = (
                    'a change of a percent is said in points, "6 percentage points"; a relative one is `growth`; '
                    f"where the text may mean both, write both under `readings:`, here with `is: {main.digits} points`"
                )
        self.values.report("unit-mismatch", message, node, help_)


def _candidates(
    cls: type[Kind], scanned: list[Written], text: str, locale: str, units: list[Unit | None]
) -> tuple[list[Written], list[Written]]:
    """Return the numbers of a text that a kind may assert, the two ends of a move apart, and those as they stand."""
    printed = shared([written for written in scanned if written.form in QUANTITIES], text)
    whole = [in_its_unit(cls, unwrapped(written, text), units[0]) for written in printed]
    if cls.fit is Fit.RATIO:
        whole = [(one_for_so_many(each, text, locale) or [each])[0] for each in whole]
    pair = cls.name == "value" and len(units) == 2 and len(whole) == 1  # noqa: PLR2004  two levels: its ends
    return [each for written in whole for each in ends_of_move(written, text, locale, pair=pair)], whole


def _directed(
    cls: type[Kind], numbers: list[Stated | None], said: Written | None, texts: tuple[str, ...]
) -> list[Stated | None]:
    """Return a claim's numbers with the way that `is` says; without it, those that say none as moves of either."""
    if (way := way_said(cls, said)) is not None:
        return [number and signed(cls, number, way) for number in numbers]
    return either_way(numbers, texts) if cls.moves_either_way else numbers


def _text_of(node: Node | None, position: int) -> str:
    """Return what `is` says for the claim at a position."""
    each = node.items[position] if isinstance(node, Sequence) else node
    return each.text if isinstance(each, Scalar) else ""


def _of_kind(cls: type[Kind], style: Style, *, scaled: bool) -> Style:
    """Return the style for numbers of a kind: the scale of a table's levels is not that of rates, ratios and counts.

    A ratio takes the one that its own claim says, where that is `scaled`: "revenue per employee, in thousands".
    """
    takes = cls.fit in (Fit.LEVEL, Fit.CHANGE) or (cls.fit is Fit.RATIO and scaled)
    return style if takes else style._replace(scale=Fraction(1))


def _share_out(found: list[list[Written | None]], count: int) -> list[list[Written | None]]:
    """Give each claim its number: as many quotes with one number each as there are claims go to them in order."""
    if count > 1 and len(found) == count and all(len(numbers) == 1 for numbers in found):
        return [[numbers[0] if i == j else None for i in range(count)] for j, numbers in enumerate(found)]
    return [numbers if len(numbers) == count else numbers * count for numbers in found]


def _compared(number: Stated) -> Stated:
    """Return a difference below 0 where it is said to be less: "60.0 kg less", not "narrowed to 60.0"."""
    written = number.written
    behind = written.text[written.amount_end - written.start :].strip()
    return number.below_zero() if written.direction == "down" and behind and written.value > 0 else number


def _currency(main: Written) -> Unit | None:
    """Return the currency of a claim's number, in which its further quotes are as well."""
    return main.unit if main.unit.family == "currency" else None


def _operand(line: Line) -> Operand | None:
    """Return the first quantity that a claim is about."""
    operand = line.get("of")
    if isinstance(operand, tuple) and operand and not isinstance(operand, Operand):
        operand = operand[0]
    return operand if isinstance(operand, Operand) else None


def _fit(cls: type[Kind], written: Written, unit: Unit | None, style: Style, *, divided: bool) -> Stated:
    """Return the number with its style; a bare one of a percentage is one in percent, one of a count is counted.

    A bare change of a percentage is one in points; what is `divided`, an average of counts, is no count.
    """
    if divided and written.unit.family == "count":
        written = written._replace(exact=written.hedge == "exactly")
    if unit and unit.family == "percent" and written.unit == BARE and written.magnitude == 1:
        written = written.times(_HUNDREDTH)._replace(unit=POINTS if cls.fit is Fit.CHANGE else PERCENT)
    if (
        not divided
        and unit
        and unit.family == "count"
        and written.unit == BARE
        and written.magnitude == style.scale == 1
    ):
        plain = written.form == "number" and not written.decimals and not written.zeros and written.hedge not in _LOOSE
        written = written._replace(unit=unit, exact=written.exact or plain)
    if unit and unit.family == written.unit.family == "currency" and unit.name != written.unit.name:
        from claimcheck.quantity.conversion import may_mean

        if may_mean(written, unit):
            written = written._replace(unit=unit)
    return Stated(written, style)


def _is_level(cls: type[Kind], unit: Unit) -> bool:
    """Whether a percentage is the level of something, which is compared with no currency or measure."""
    return cls.fit is Fit.LEVEL and unit.family == "percent"


def _counts_parts(name: str) -> bool:
    """Whether a unit, or what one is per, makes parts that a percent makes too: ppm, and "1,000" of 5 per 1,000."""
    return name in PARTS or name[0].isdecimal() or name.partition(" ")[0] in SCALES


def _as_rate(written: Written, text: str) -> Written:
    """Return the number of a rate that moved to it without the way it moved: "growth slowed to 5%" is no -5%."""
    if written.by_to != "to" or written.value < 0 or not _RATE.search(text):
        return written
    return written._replace(direction="")


def _noun(written: Written) -> str:
    family, name = written.unit.family, written.unit.name
    words = {"percent": "a percentage", "points": "in points", "multiple": "a multiple", "none": "a bare number"}
    return words.get(family, f"in {name}")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
