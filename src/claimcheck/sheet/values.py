"""Values of a sheet from nodes: texts, periods, operands, numbers; each mistake becomes a finding with its place."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from claimcheck.findings import Finding, Related, Severity, Span
from claimcheck.findings.near import did_you_mean, nearest
from claimcheck.kinds.base import Operand, Term
from claimcheck.quantity.magnitudes import misspelt_behind
from claimcheck.quantity.period import Period, PeriodError, parse_period
from claimcheck.quantity.tokens import POINT_LOCALES
from claimcheck.quantity.unknown_units import is_unknown, with_unknown_unit
from claimcheck.quantity.written import NumberError, Written, read, scan
from claimcheck.sheet.nodes import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterable

NAME = r"[^\W\d]\w*"
_TERM = re.compile(rf"\s*({NAME})\s*(?:\[([^\]]*)\])?\s*")
_EXACT = re.compile(r"-?(?:\d{1,30}|\d{1,3}(?:,\d{3}){1,9})(?:\.\d{1,30}|/(\d{1,30}))?")
_TRUTH = {"true": True, "yes": True, "false": False, "no": False}
_SHOWN = 60


class Values:
    """Reads values out of nodes and gathers the findings of one sheet."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.findings: list[Finding] = []
        self.locale = "en"  # of the claim that is read; with decimal commas "1,500" may be either
        self.units: set[str] = set()  # that are declared, and in no table
        self._operands: dict[str, Operand] = {}

    def span(self, node: Node) -> Span:
        """Return the place of `node`."""
        if isinstance(node, Scalar):
            return Span(self.path, node.line, node.column, node.end_line, node.end_column)
        return Span(self.path, node.line, node.column)

    def report(
        self,
        name: str,
        message: str,
        place: Node | Span,
        help_: str = "",
        *,
        claim: str = "",
        severity: Severity | None = None,
        related: tuple[Related, ...] = (),
    ) -> None:
        """Add a finding of the rule `name`."""
        span = place if isinstance(place, Span) else self.span(place)
        found = Finding.of(name, message, span, related, help_, claim)
        self.findings.append(found._replace(severity=severity) if severity else found)

    def mapping(self, node: Node, what: str, help_: str = "") -> dict[str, tuple[Scalar, Node]] | None:
        """Return the pairs of a mapping by key."""
        if isinstance(node, Mapping):
            return {key.text: (key, value) for key, value in node.pairs}
        found = f"not {shape(node)}" if shape(node) != "nothing" else "and nothing stands here"
        self.report("wrong-type", f"{what} is a mapping, {found}", node, help_)
        return None

    def unknown_keys(
        self, pairs: Iterable[Scalar], valid: Iterable[str], where: str, elsewhere: dict[str, str] | None = None
    ) -> set[str]:
        """Report keys that are not in `valid`; return the names they are near to: none of them is missing as well.

        `elsewhere` says of keys that are valid in another place where that is.
        """
        names, keys = tuple(valid), tuple(pairs)
        given = {key.text for key in keys}
        meant = set()
        for key in keys:
            if key.text not in names:
                missing = [name for name in names if name not in given]
                there = (elsewhere or {}).get(key.text, "")
                help_ = there or did_you_mean(key.text, names, missing)
                meant.add("" if there else nearest(key.text, missing))
                if key.text == "<<":
                    help_ = "merge keys are not read: write the values out"
                self.report("unknown-key", f"{where} has no key {shown(key.text)}", key, help_)
        return meant - {""}

    def text(self, node: Node, what: str) -> str:
        """Return a text that is not empty; "" after a finding."""
        if not isinstance(node, Scalar):
            self.report("wrong-type", f"{what} is a text, not {shape(node)}", node)
            return ""
        if not node.text.strip():
            self.report("wrong-type", f"{what} is empty", node)
        return node.text

    def items(self, node: Node, what: str) -> tuple[Node, ...]:
        """Return the items of a list that is not empty; a single value is a list of one."""
        if isinstance(node, Sequence):
            if not node.items:
                self.report("wrong-type", f"{what} is an empty list", node)
            return node.items
        return (node,)

    def word(self, node: Node, words: tuple[str, ...], what: str) -> str:
        """Return one of `words`."""
        text = self.text(node, what)
        if text and text not in words:
            self.report(
                "wrong-type", f"{what} is one of {', '.join(words)}, not {shown(text)}", node, did_you_mean(text, words)
            )
            return ""
        return text

    def truth(self, node: Node, what: str) -> bool:
        """Return true or false."""
        text = self.text(node, what).lower()
        if text and text not in _TRUTH:
            self.report("wrong-type", f"{what} is true or false, not {shown(text)}", node)
        return _TRUTH.get(text, True)

    def exact(self, node: Node, what: str) -> Fraction | None:
        """Return an exact number: 3, 0.25, 1/3, 12%."""
        text = self.text(node, what).strip()
        bare = text.removesuffix("%").strip()
        found = _EXACT.fullmatch(bare)
        if not found or (found[1] and not int(found[1])) or ("," in bare and self.locale not in POINT_LOCALES):
            if text:
                help_ = "a point parts its decimals, whatever the locale: 1.5, 1500" if "," in bare else ""
                self.report("wrong-type", f"{what} is a number such as 3, 0.25 or 12%, not {shown(text)}", node, help_)
            return None
        return Fraction(bare.replace(",", "")) / (100 if text.endswith("%") else 1)

    def period(self, node: Node, what: str) -> Period | None:
        """Return a period."""
        text = self.text(node, what)
        try:
            return parse_period(text) if text else None
        except PeriodError as error:
            self.report("unreadable-period", f"{what}: {error}", node)
            return None

    def operand(self, node: Node, what: str) -> Operand | None:
        """Return a quantity or a sum of quantities."""
        text = self.text(node, what)
        if text not in self._operands:
            made = self._operand(text, node, what) if text else None
            if made is None:
                return None
            self._operands[text] = made
        return self._operands[text]

    def _operand(self, text: str, node: Node, what: str) -> Operand | None:
        terms = []
        for piece in text.split("+"):
            found = _TERM.fullmatch(piece)
            if not found:
                message = f"{what} is a quantity or a sum of quantities, not {shown(text)}"
                self.report("wrong-type", message, node, "a name is letters, digits and _, as in asia + europe_west")
                return None
            own = None
            if found[2] is not None:
                try:
                    own = parse_period(found[2].strip())
                except PeriodError as error:
                    self.report("unreadable-period", f"{what}: {error}", node)
                    return None
            terms.append(Term(found[1], own))
        return Operand(tuple(terms))

    def number(self, node: Node, what: str, locale: str) -> Written | None:
        """Return the one written number of a text."""
        text = self.text(node, what)
        if not text:
            return None
        try:
            return read(text, locale)
        except NumberError as error:
            written, unit = self._in_unknown_unit(text, locale)
            if written and unit in self.units:
                return written
            help_ = f"where it is a unit, declare it: `unit: {unit}` of its quantity" if unit else _help(str(error))
            self.report("unreadable-number", f"{what}: {error}", node, help_)
            return None

    def _in_unknown_unit(self, text: str, locale: str) -> tuple[Written | None, str]:
        """Return the one number of a text with its unit, and that unit, which no table has; ("", None) of others."""
        try:
            found = _scanned(text, locale)
        except NumberError:
            return None, ""
        whole = len(found) == 1 and is_unknown(found[0].unit)
        return (found[0], found[0].unit.name) if whole and found[0].text == text.strip() else (None, "")

    def numbers(self, node: Node, what: str, locale: str) -> list[Written]:
        """Return all written numbers of a text."""
        text = self.text(node, what)
        try:
            found = _scanned(text, locale)
        except NumberError as error:
            self.report("unreadable-number", f"{what}: {error}", node)
            return []
        for written in found:
            word, near = misspelt_behind(written, text)
            if near:
                message = f"{what}: {shown(word)} behind {shown(written.text)} is no magnitude"
                help_ = f"did you mean {near!r}? correct the text and the quote"
                self.report("unreadable-number", message, node, help_)
        return found


def shown(text: str) -> str:
    """Return `text` in quotes, cut where it is long."""
    return repr(text if len(text) <= _SHOWN else text[:_SHOWN] + "…")


def shape(node: Node) -> str:
    """Return the word for what a node is."""
    if isinstance(node, Mapping):
        return "a mapping"
    if isinstance(node, Scalar) and not node.text and not node.quoted:
        return "nothing"
    return "a list" if isinstance(node, Sequence) else f"the text {shown(node.text)}"


def _help(message: str) -> str:
    """Return what helps where words stand beside a number that are none of its own."""
    alone = "belongs to no number" in message and "did you mean" not in message
    return "leave out what is not the number, its unit, or a word for up, down, more or about" if alone else ""


def _scanned(text: str, locale: str) -> list[Written]:
    """Return the numbers of a text, also in units that no table has."""
    return [with_unknown_unit(written, text) for written in scan(text, locale)]
