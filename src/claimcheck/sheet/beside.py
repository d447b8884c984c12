"""What stands beside the kind of a claim: how its numbers are read, its quotes, and the findings it acknowledges."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimcheck.findings.near import did_you_mean, nearest
from claimcheck.quantity.lexicon.numbers import SPELT_OUT
from claimcheck.quantity.style import LANGUAGES, LOCALES, ROUNDINGS
from claimcheck.quantity.written import NumberError, Style, check_style, parse_scale
from claimcheck.sheet.model import Ignore, Quote
from claimcheck.sheet.nodes import Mapping, Node, Scalar
from claimcheck.sheet.values import shown

if TYPE_CHECKING:
    from claimcheck.sheet.values import Values

STYLE_KEYS = ("precision", "rounding", "scale", "locale")
PLACE_KEYS = ("prefix", "suffix", "line")

_LONGEST_LINE = 12  # digits

Pairs = dict[str, tuple[Scalar, Node]]


def read_style(values: Values, pairs: Pairs, style: Style) -> Style:
    """Return `style` with what `pairs` says of precision, rounding, scale and locale."""
    if not any(key in pairs for key in STYLE_KEYS):
        return style
    for key in STYLE_KEYS:
        if key not in pairs:
            continue
        node = pairs[key][1]
        text = values.text(node, key)
        try:
            value: Any = parse_scale(text) if key == "scale" else text
            style = check_style(style._replace(**{key: value})) if text else style
        except NumberError as error:
            near = _nearest(key, text)
            values.report("unreadable-number", str(error), node, f"did you mean {near!r}?" if near else "")
    return style


def _nearest(key: str, text: str) -> str:
    """Return the value that a wrong one was plausibly meant to be, "3 digits" for "3 digts"; "" of none."""
    if key == "locale" and text.lower() in LANGUAGES:
        return LANGUAGES[text.lower()]
    count, _, _ = text.partition(" ")
    digits = f"{count} digits" if count.isdecimal() else ""
    names = {
        "rounding": ROUNDINGS,
        "locale": LOCALES,
        "scale": SPELT_OUT,
        "precision": ("printed", "exact", *filter(None, (digits,))),
    }
    return nearest(text, names[key])


def read_quotes(values: Values, pairs: Pairs) -> tuple[tuple[Quote, ...], tuple[Node, ...]]:
    """Return the quotes of a claim or exemption, and their nodes."""
    if "quote" not in pairs:
        return (), ()
    quotes, nodes = [], []
    for item in values.items(pairs["quote"][1], "quote"):
        inner = {**pairs}
        node: Node = item
        if isinstance(item, Mapping):
            inner = values.mapping(item, "a quote") or {}
            meant = values.unknown_keys((k for k, _ in inner.values()), ("quote", *PLACE_KEYS), "a quote")
            if "quote" not in inner:
                if "quote" not in meant:
                    values.report("missing-key", "a quote has its text: add `quote:`", item)
                continue
            node = inner["quote"][1]
        text = values.text(node, "quote")
        if text.strip():
            quotes.append(_quote(values, text, node, inner))
            nodes.append(node)
    return tuple(quotes), tuple(nodes)


def _quote(values: Values, text: str, node: Node, pairs: Pairs) -> Quote:
    prefix = values.text(pairs["prefix"][1], "prefix") if "prefix" in pairs else ""
    suffix = values.text(pairs["suffix"][1], "suffix") if "suffix" in pairs else ""
    line = None
    if "line" in pairs:
        said = values.text(pairs["line"][1], "line")
        line = int(said) if said.isdecimal() and len(said) < _LONGEST_LINE else None
        if said and not line:
            values.report("wrong-type", f"line is a whole number above 0, not {shown(said)}", pairs["line"][1])
    return Quote(text, values.span(node), prefix, suffix, line)


def read_ignores(values: Values, node: Node) -> tuple[Ignore, ...]:
    """Return the findings that a claim's author acknowledges, each with a reason."""
    from claimcheck.sheet.rules import known_rule, rule_names

    found = []
    for item in values.items(node, "ignore"):
        help_ = f"write `- code: {item.text}`, and `because:` below it" if isinstance(item, Scalar) else ""
        pairs = values.mapping(item, "an ignore", help_)
        if pairs is None:
            continue
        meant = values.unknown_keys((k for k, _ in pairs.values()), ("code", "because"), "an ignore")
        if "code" not in pairs or "because" not in pairs:
            if not {"code", "because"} <= pairs.keys() | meant:
                values.report("missing-key", "an ignore has a code and a reason: `code:` and `because:`", item)
            continue
        code = values.text(pairs["code"][1], "code")
        known = known_rule(code)
        if code and not known:
            values.report(
                "unknown-rule",
                f"no rule is called {shown(code)}",
                pairs["code"][1],
                did_you_mean(code, rule_names()),
            )
        because = values.text(pairs["because"][1], "because")
        found.append(Ignore(known, because, values.span(pairs["code"][1])))
    return tuple(found)
