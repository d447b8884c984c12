"""Claims from nodes: ids, quotes, the one kind or the readings, and lists spread into one claim each."""

import re
from typing import Any, NamedTuple

from claimcheck.kinds import NAMES, kind_class
from claimcheck.kinds.base import Argument, Fit, Kind, Role, Stated
from claimcheck.quantity.period import Period
from claimcheck.quantity.terms import Style
from claimcheck.sheet.agreement import report_beside_formula
from claimcheck.sheet.beside import PLACE_KEYS, STYLE_KEYS, read_ignores, read_quotes, read_style
from claimcheck.sheet.model import Claim, Defaults, Ignore, Quote, Series
from claimcheck.sheet.nodes import Mapping, Node, Scalar, Sequence
from claimcheck.sheet.numbers import Numbers
from claimcheck.sheet.quantities import SERIES_KEYS
from claimcheck.sheet.values import Values, shape, shown

CLAIM_KEYS = ("id", "quote", *PLACE_KEYS, *STYLE_KEYS, "ignore", "readings")
_DECLARED = dict.fromkeys(SERIES_KEYS, "it is said of a quantity, under `quantities:`")
_ID = re.compile(r"[^\s\[\]]+")
_LONGEST_ID = 200
_SPREADABLE = (Role.OPERAND, Role.COUNTED, Role.PERIOD)


class _Written(NamedTuple):
    """A claim as it stands in the sheet, before its kind is read."""

    id: str
    place: Scalar | Mapping
    style: Style
    quotes: tuple[Quote, ...]
    quote_nodes: tuple[Node, ...]
    ignores: tuple[Ignore, ...]


class _Made(NamedTuple):
    """One claim that a kind's mapping makes: a suffix for its id, the kind, the number in each quote."""

    suffix: str
    kind: Kind
    numbers: tuple[Stated | None, ...]
    is_node: Node | None


def _may_be_kind(node: Node) -> bool:
    """Whether some key of a claim that is not known has arguments below it, as a kind has, or is one to merge."""
    pairs = node.pairs if isinstance(node, Mapping) else ()
    return any(key.text not in CLAIM_KEYS and isinstance(value, Mapping) for key, value in pairs)


class Claims:
    """Reads the list of claims."""

    def __init__(self, values: Values, defaults: Defaults, series: dict[str, Series]) -> None:
        self.values = values
        self.defaults = defaults
        self.numbers = Numbers(values, defaults, series)
        self.ids: dict[str, Node] = {}
        self.named: list[tuple[str, Node]] = []  # claims that other claims name
        self._tables: dict[str, dict[str, tuple[Argument, str]]] = {}

    def claim(self, node: Node) -> list[Claim]:
        """Return the claims that one entry makes: one, or one for each item of its lists."""
        pairs = self.values.mapping(node, "a claim")
        if pairs is None:
            return []
        below = {key: f"it stands below `{name}:`" for name in NAMES if name in pairs for key in self._table(name)}
        meant = self.values.unknown_keys(
            (key for key, _ in pairs.values()), CLAIM_KEYS + NAMES, "a claim", _DECLARED | below
        )
        written = self._written(pairs, node, meant)
        readings = self._readings(pairs, node, meant)
        if written is None or not readings:
            return []
        self.numbers.several = len(readings) > 1
        self.numbers.unquoted = "quote" in meant
        made = [self._kind(name, inner, key, written) for name, inner, key in readings]
        sizes = {len(each) for each in made}
        if 0 in sizes:
            return []
        if len(sizes) > 1:
            self.values.report("bad-arguments", "the readings make different numbers of claims", pairs["readings"][0])
            return []
        return [self._join(written, choice) for choice in zip(*made, strict=True)]

    def _join(self, written: _Written, choice: tuple[_Made, ...]) -> Claim:
        first = choice[0]
        quotes = tuple(q._replace(number=n) for q, n in zip(written.quotes, first.numbers, strict=True))
        return Claim(
            written.id + first.suffix,
            written.id,
            tuple(made.kind for made in choice),
            self.values.span(written.place),
            quotes,
            written.ignores,
            number_place=self.values.span(first.is_node) if first.is_node else None,
            printed=tuple(made.numbers for made in choice) if len(quotes) > 1 else (),
        )

    def _written(self, pairs: dict[str, tuple[Scalar, Node]], node: Node, meant: set[str]) -> _Written | None:
        if "id" not in pairs:
            if "id" not in meant:
                self.values.report("missing-key", "a claim has an id", node, "add `id:`, a short name that reports use")
            identifier: str = ""
            place: Node = node
        else:
            place = pairs["id"][1]
            identifier = self._id(place)
        style = read_style(self.values, pairs, self.defaults.style)
        self.numbers.scaled = "scale" in pairs
        self.values.locale = style.locale
        quotes, nodes = read_quotes(self.values, pairs)
        ignores = read_ignores(self.values, pairs["ignore"][1]) if "ignore" in pairs else ()
        if not identifier or not isinstance(place, Scalar):
            return None
        return _Written(identifier, place, style, quotes, nodes, ignores)

    def _id(self, node: Node) -> str:
        text = self.values.text(node, "id").strip()
        wrong = "" if not text or _ID.fullmatch(text) else "no spaces or brackets"
        if len(text) > _LONGEST_ID:
            wrong = f"at most {_LONGEST_ID} characters"
        if wrong:
            self.values.report("wrong-type", f"an id has {wrong}: {shown(text)}", node)
            return ""
        if text in self.ids:
            first = self.values.span(self.ids[text])
            self.values.report(
                "duplicate-id", f"the id {shown(text)} stands here a second time", node, f"first in line {first.line}"
            )
        elif text:
            self.ids[text] = node
        return text

    def _readings(
        self, pairs: dict[str, tuple[Scalar, Node]], node: Node, meant: set[str]
    ) -> list[tuple[str, Node, Scalar]]:
        """Return the kinds of a claim: name, arguments, key."""
        kinds = [(key.text, value, key) for key, value in pairs.values() if key.text in NAMES]
        if "readings" not in pairs:
            return self._single(kinds, node, meant)
        key, value = pairs["readings"]
        if kinds:
            self.values.report("unknown-kind", f"a claim has a kind or readings, not both: {kinds[0][0]}", kinds[0][2])
            return []
        if not isinstance(value, Sequence):
            self.values.report("wrong-type", f"readings is a list of kinds, not {shape(value)}", value)
            return []
        found = []
        for item in value.items:
            inner = self.values.mapping(item, "a reading")
            if inner is not None:
                meant = self.values.unknown_keys((k for k, _ in inner.values()), NAMES, "a reading")
                found += self._single([(k.text, v, k) for k, v in inner.values() if k.text in NAMES], item, meant)
        if not value.items:
            self.values.report("wrong-type", "readings is an empty list", key)
        return found if len(found) == len(value.items) else []

    def _single(
        self, kinds: list[tuple[str, Node, Scalar]], node: Node, meant: set[str]
    ) -> list[tuple[str, Node, Scalar]]:
        """Return the one kind; none, after a finding, where there are several, or none and no misspelt one."""
        if len(kinds) == 1:
            return kinds
        if kinds:
            names = " and ".join(name for name, _, _ in kinds)
            self.values.report(
                "unknown-kind", f"a claim has one kind, not {names}", kinds[1][2], "make two claims of it"
            )
        elif meant.isdisjoint((*NAMES, "readings")) and not _may_be_kind(node):
            self.values.report("unknown-kind", "a claim needs a kind", node, f"one of {', '.join(NAMES)}")
        return []

    def _table(self, name: str) -> dict[str, tuple[Argument, str]]:
        if name not in self._tables:
            cls = kind_class(name)
            self._tables[name] = {a.key: (a, cls.attribute(a.key)) for a in cls.arguments()}
        return self._tables[name]

    def _kind(self, name: str, node: Node, key: Scalar, written: _Written) -> list[_Made]:
        """Return the claims that the arguments of one kind make."""
        cls, table = kind_class(name), self._table(name)
        pairs = self._below(name, node, key, table)
        if pairs is None:
            return []
        before = len(self.values.findings)
        beside = dict.fromkeys(CLAIM_KEYS, f"it stands beside `{name}:`, not below it")
        meant = self.values.unknown_keys((k for k, _ in pairs.values()), table, name, _DECLARED | beside)
        for wanted, (argument, _) in table.items():
            if argument.required and wanted not in pairs and wanted not in meant:
                self.values.report("missing-key", f"{name} needs `{wanted}:`, {argument.help}", key)
        spread = self._spread(name, pairs, table)
        lines, suffixes = self._arguments(name, pairs, table, spread)
        self._defaults(table, pairs, lines, written)
        if len(self.values.findings) > before:
            return []
        is_node = pairs["is"][1] if "is" in pairs and cls.fit is not Fit.NONE else None
        numbers = self.numbers.choose(cls, written.quotes, written.quote_nodes, is_node, written.style, lines, key)
        if numbers is None:
            return []
        made = [
            self._finish(cls, line, suffix, number, is_node)
            for line, suffix, number in zip(lines, suffixes, numbers, strict=True)
        ]
        for one in made:
            for problem in one.kind.problems():
                place = pairs[problem.key][1] if problem.key in pairs else key
                fault = "unreadable-formula" if problem.key == "formula" else "bad-arguments"
                self.values.report(fault, problem.message, place, problem.help)
        if len(self.values.findings) > before:
            return []
        if name == "assert" and (stated := made[0].kind.stated):
            for quote, place in zip(written.quotes, written.quote_nodes, strict=True):
                report_beside_formula(self.values, stated, quote, place, written.id)
        return made

    def _below(
        self, name: str, node: Node, key: Scalar, table: dict[str, tuple[Argument, str]]
    ) -> dict[str, tuple[Scalar, Node]] | None:
        """Return the arguments below a kind; a formula by itself is short for one."""
        if name == "assert" and isinstance(node, Scalar):
            return {"formula": (key._replace(text="formula"), node)}
        if name == "assert" and isinstance(node, Sequence):
            self.values.report("wrong-type", "assert is one formula, not a list", node, "make a claim of each")
            return None
        first = next(key for key, (wanted, _) in table.items() if wanted.required)
        return self.values.mapping(node, name, f"write `{first}:` and the rest below `{name}:`")

    def _spread(self, name: str, pairs: dict[str, tuple[Scalar, Node]], table: dict[str, tuple[Argument, str]]) -> str:
        """Return the argument whose list makes one claim for each item, or ""."""
        lists = [
            key
            for key, (_, value) in pairs.items()
            if isinstance(value, Sequence) and key in table and table[key][0].role in _SPREADABLE
        ]
        if len(lists) > 1:
            self.values.report(
                "bad-arguments",
                f"{name} takes one list, beside `is`: {' and '.join(lists)} are lists",
                pairs[lists[1]][0],
            )
        return lists[0] if lists else ""

    def _arguments(
        self, name: str, pairs: dict[str, tuple[Scalar, Node]], table: dict[str, tuple[Argument, str]], spread: str
    ) -> tuple[list[dict[str, Any]], list[str]]:
        """Return the arguments of each claim by field, and the suffix of its id."""
        items = self.values.items(pairs[spread][1], spread) if spread else ()
        seen: set[str] = set()
        count = len(items) if spread else 1
        lines: list[dict[str, Any]] = [{} for _ in range(count)]
        suffixes = [""] * count
        for key, (_, value) in pairs.items():
            if key not in table or table[key][0].role is Role.NUMBER:
                continue
            argument, attribute = table[key]
            if key != spread and isinstance(value, Sequence) and argument.role in _SPREADABLE:
                continue  # a second list, as was told
            if key != spread:
                parsed = self._value(argument, value, pairs, name)
                for line in lines:
                    line[attribute] = parsed
                continue
            for i, item in enumerate(items):
                parsed = self._value(argument, item, pairs, name)
                lines[i][attribute] = parsed
                suffixes[i] = f"[{parsed.text}]" if isinstance(parsed, Period) else f"[{i + 1}]"
                if suffixes[i] in seen:
                    self.values.report("bad-arguments", f"{suffixes[i].strip('[]')} is listed twice", item)
                seen.add(suffixes[i])
        return lines, suffixes

    def _defaults(
        self,
        table: dict[str, tuple[Argument, str]],
        pairs: dict[str, tuple[Scalar, Node]],
        lines: list[dict[str, Any]],
        written: _Written,
    ) -> None:
        for line in lines:
            if "in" in table and "in" not in pairs and "to" not in pairs and self.defaults.in_:
                line["in_"] = self.defaults.in_
            if "over" in table and "over" not in pairs and self.defaults.over:
                line["over"] = self.defaults.over
            if "formula" in table:
                line["style"] = written.style

    def _finish(
        self,
        cls: type[Kind],
        line: dict[str, Any],
        suffix: str,
        numbers: tuple[Stated | None, ...],
        is_node: Node | None,
    ) -> _Made:
        main = next((number for number in numbers if number), None)
        if main is not None:
            line["number"] = main
        return _Made(suffix, cls(**line), numbers[1:], is_node)

    def _value(self, argument: Argument, node: Node, pairs: dict[str, tuple[Scalar, Node]], kind: str) -> Any:
        values, role, what = self.values, argument.role, f"{kind}.{argument.key}"
        if role is Role.RIVAL:
            role = Role.CLAIM if "claim" in pairs else Role.OPERAND
        if role is Role.COUNTED and isinstance(node, Scalar) and node.text[:1].isdigit():
            role = Role.EXACT
        if role in (Role.OPERAND, Role.COUNTED):
            return values.operand(node, what)
        if role is Role.PERIOD:
            return values.period(node, what)
        if role in (Role.WORD, Role.STEP):
            return values.word(node, argument.words, what)
        if role is Role.TRUTH:
            return values.truth(node, what)
        if role is Role.EXACT:
            return values.exact(node, what)
        if role in (Role.OPERANDS, Role.EXACTS, Role.ITEMS):
            if not isinstance(node, Sequence):
                values.report("wrong-type", f"{what} is {role.value}, not {shape(node)}", node, "write `[one, two]`")
                return ()
            each = {Role.OPERANDS: values.operand, Role.EXACTS: values.exact, Role.ITEMS: values.text}[role]
            return tuple(each(item, what) for item in values.items(node, what))
        text = values.text(node, what)
        if role is Role.CLAIM and "of" not in pairs:
            self.named.append((text, node))
        return text
