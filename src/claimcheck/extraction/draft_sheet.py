"""A draft sheet: the drafts of a text as YAML in blocks, with what was guessed and what a person must decide."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimcheck.extraction.draft import by_group, levels_of
from claimcheck.extraction.laws import SIGNED, Law
from claimcheck.extraction.lengths import fitting_start
from claimcheck.extraction.linking import whole_name
from claimcheck.extraction.text.lazy import lazy
from claimcheck.quantity.terms import PERCENT, POINTS
from claimcheck.sheet.quoted import NOT_IN_YAML, quoted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimcheck.documents.model import Document
    from claimcheck.extraction.draft import Draft, Level
    from claimcheck.extraction.linking import Names
    from claimcheck.extraction.quoting import Quoted

_HEAD = """\
# A draft of the claims of {name}, made by `claimcheck extract`: quotes are the document's own, all else is a guess.
# Go through it claim by claim: is the kind right, is the period, do claims of one quantity share its name?
# Then take the comments out. `claimcheck verify` accepts the draft as it is.
document: {path}
"""
ID = "  - id: "
_PLAIN = lazy(r"[A-Za-z0-9$€£¥][^:#\n'\"\[\]{}]*[A-Za-z0-9%)]")
_SIGNS = {
    "about": "~",
    "more than": ">=",
    "at least": ">=",
    "less than": "<=",
    "at most": "<=",
    "nearly": "~",
    "just over": "~",
}
_MAGNITUDES = {1: "", 10**3: "thousand", 10**6: "million", 10**9: "billion", 10**12: "trillion"}
_YAML_WORDS = ("true", "false", "yes", "no", "null", "on", "off")


class Entry(NamedTuple):
    """A draft with its quote and the id it has in the sheet."""

    id: str
    draft: Draft
    quoted: Quoted | None  # `None` for what nobody prints
    line: int


def sheet_text(
    document: Document,
    path: str,
    entries: Sequence[Entry],
    names: Names,
    left: Sequence[Quoted],
    locale: str = "en",
) -> str:
    """Return the sheet; `left` are numbers that are exempted for now, as no draft of them is accepted."""
    lines = [_HEAD.format(name=_one_line(document.path), path=_scalar(path))]
    if locale != "en":
        lines.append(f"defaults:\n  locale: {locale}\n")
    lines.append("claims:" if entries else "claims: []")
    groups = by_group(entry.draft for entry in entries)
    levels = {(e.draft.group, e.draft.in_): e.id for e in entries if e.draft.kind == "value"}
    for entry in entries:
        lines += ["", *_entry(entry, names, groups[entry.draft.group], levels)]
    if left:
        lines += ["", "exempt:"]
    for each in dict.fromkeys(left):
        lines.append(f"  - quote: {_scalar(each.text)}")
        lines += [f"    line: {each.line}"] if each.line else []
        lines.append("    because: no claim could be drafted of it")
    return "\n".join(lines) + "\n"


class Said(NamedTuple):
    """What is said at a claim: a comment and, where there is one, a formula that is a claim of its own."""

    id: str
    claim: str
    comment: str
    formula: str = ""
    quoted: Quoted | None = None  # the number in the formula


def with_said(text: str, said: Sequence[Said]) -> str:
    """Return a sheet with what is said of its claims: in a comment on a claim, or as one more claim behind it."""
    at: dict[str, list[Said]] = {}
    for each in said:
        at.setdefault(each.claim, []).append(each)
    blocks = []
    for block in text.removesuffix("\n").split("\n\n"):
        ids = (line.removeprefix(ID) for line in block.split("\n") if line.startswith(ID))
        found = at.get(next(ids, ""), [])
        comments = "".join(f"  # {_one_line(each.comment)}\n" for each in found if not each.formula)
        blocks.append(block.replace(ID, comments + ID, 1))
        for each in found:
            if each.formula:
                lines = [f"  # {_one_line(each.comment)}", f"{ID}{each.id}", *_quote(each.quoted)]
                blocks.append("\n".join([*lines, f"    assert: {_scalar(each.formula)}"]))
    return "\n\n".join(blocks) + "\n"


def formula(law: Law, names: Names) -> str:
    """Return what numbers make as a formula of their quantities; "" where one of them has no such term."""
    terms = [_term(draft, names) for draft in law.of]
    if not all(terms):
        return ""
    said = law.formula.format(*terms)
    if law.told is None:
        return said
    if number := _number(law.told):
        return f"{said} {_SIGNS.get(law.told.written.hedge, '=')} {'-' if law.below else ''}{number}"
    term = _term(law.told, names)
    minus = "-" if law.below and law.told.kind not in SIGNED else ""
    return f"{minus}{term} = {said}" if term else ""


def _number(draft: Draft) -> str:
    """Return the number of a draft as formulas print it, in the unit of their quantities; "" where that is none."""
    written = draft.written
    magnitude = _MAGNITUDES.get(int(written.magnitude)) if written.magnitude.denominator == 1 else None
    if written.form != "number" or written.upper is not None or draft.scale or not written.digits[:1].isdecimal():
        return ""
    if written.unit.family in ("percent", "points"):
        plain = written.unit in (PERCENT, POINTS) and written.digits.isascii()
        return f"{written.digits}%" if plain else ""
    return f"{written.digits} {magnitude}".strip() if magnitude is not None and written.digits.isascii() else ""


def _term(draft: Draft, names: Names) -> str:
    """Return what a draft's number is, of quantities; "" of a kind that no short term says."""

    def at(name: str, period: str) -> str:
        return f"{name}[{period}]" if period else name

    own = names.of[draft.group]
    if draft.kind == "value":
        return at(own, draft.in_)
    if draft.kind in ("share", "ratio") and draft.whole is not None:
        return f"({at(own, draft.in_)} / {at(whole_name(names, draft), draft.in_)})"
    to = draft.to or draft.in_
    if draft.from_ and to and draft.kind in ("growth", "change"):
        start, end = at(own, draft.from_), at(own, to)
        return f"({end} / {start} - 1)" if draft.kind == "growth" else f"({end} - {start})"
    return ""


def _entry(entry: Entry, names: Names, group: Sequence[Draft], levels: Mapping[Level, str]) -> list[str]:
    draft = entry.draft
    lines = [f"  # line {entry.line}, confidence {draft.confidence}"]
    lines += [f"  # decide: {_one_line(text)}" for text in draft.decide]
    lines += [f"  # guessed: {_one_line(text)}" for text in draft.guesses]
    lines.append(f"{ID}{entry.id}")
    if entry.quoted is None:
        return [*lines, *_unprinted(draft, names)]
    lines += _quote(entry.quoted)
    lines += [f"    scale: {draft.scale}"] if draft.scale else []
    lines += [f"    precision: {draft.precision}"] if draft.precision else []
    if draft.parts:
        total = " + ".join(names.of[part] for part in draft.parts)
        if not draft.whole_group:
            return [*lines, f"    assert: {_scalar(f'{total} <= 1')}"]
        at_most = _scalar(f"{total} <= {names.of[draft.whole_group]}")
        return [*lines, "    assert:", f"      formula: {at_most}", f"      in: {_scalar(draft.in_)}"]
    lines.append(f"    {draft.kind}:")
    if draft.kind == "compare":
        level, base = (levels[place] for place in levels_of(draft))
        return [*lines, f"      claim: {level}", f"      than: {base}", f"      is: {draft.said}"]
    lines.append(f"      of: {names.of[draft.group]}")
    if draft.whole is not None:
        key = {"fraction": "out_of", "ratio": "per"}.get(draft.kind, "whole")
        lines.append(f"      {key}: {whole_name(names, draft)}")
    if draft.kind == "difference":
        lines.append(f"      minus: {names.of[draft.minus[0]]}")
    start = fitting_start(draft, group) or ("" if draft.over else draft.from_)
    periods = (("from", start), ("to", draft.to), ("in", draft.in_), ("over", draft.over))
    lines += [f"      {key}: {_scalar(period)}" for key, period in periods if period]
    if draft.years is not None:
        lines.append(f"      years: {draft.years}")
    if said := draft.said or entry.quoted.said:
        lines.append(f"      is: {_scalar(said)}")
    return lines


def _quote(quoted: Quoted | None) -> list[str]:
    if quoted is None:
        return []
    return [f"    quote: {_scalar(quoted.text)}", *([f"    line: {quoted.line}"] if quoted.line else [])]


def _unprinted(draft: Draft, names: Names) -> list[str]:
    """Return the lines of a draft whose number stands nowhere in the text: parts and their total, or a hundred."""
    weighed = len({*draft.parts}) < len(draft.parts)  # three points for a win
    if draft.minus or draft.times or draft.divisor > 1 or weighed:
        return ["    assert:", *_formula(draft, names)]
    if draft.kind == "hundred":
        *others, last = [names.of[part] for part in draft.parts]
        formula = " - ".join([f"{last} = 100%", *others])
        lines = ["    precision: exact", "    assert:", f"      formula: {_scalar(formula)}"]
    else:
        parts = [f"        - {names.of[part]}" for part in draft.parts]
        lines = ["    sum:", "      parts:", *parts, f"      total: {names.of[draft.group]}"]
    return [*lines, f"      in: {_scalar(draft.in_)}"] if draft.in_ else lines


def _formula(draft: Draft, names: Names) -> list[str]:
    """Return a sum of what may be of several periods or is in it more than once, or that something is taken off."""
    groups = (*draft.parts, *draft.minus)
    told = [names.of[group] for group in groups]
    whole = names.of[draft.group]
    if draft.times:
        told = [f"{name}[{time}]" if time else name for name, time in zip(told, draft.times, strict=True)]
        whole = f"{whole}[{draft.in_}]" if draft.in_ else whole
    given, taken = " + ".join(told[: len(draft.parts)]), " - ".join(["", *told[len(draft.parts) :]])
    made = f"({given}) / {draft.divisor}" if draft.divisor > 1 else f"{given}{taken}"
    lines = [f"      formula: {_scalar(f'{whole} = {made}')}"]
    return [*lines, f"      in: {_scalar(draft.in_)}"] if draft.in_ and not draft.times else lines


def _scalar(text: str) -> str:
    """Return a text as a YAML scalar that means exactly it: plain where that is safe, else in quotation marks."""
    if _PLAIN.fullmatch(text) and text.lower() not in _YAML_WORDS and not NOT_IN_YAML.search(text):
        return text
    return quoted(text)


def _one_line(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text)
