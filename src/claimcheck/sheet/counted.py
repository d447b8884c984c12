"""The number of a fraction: its percentage with the whole numbers that are printed with it, "23 of 42 (55%)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.kinds.base import Stated
from claimcheck.kinds.fraction import counts_in, is_rate
from claimcheck.quantity.terms import QUANTITIES, NumberError
from claimcheck.sheet.agreement import report_differing
from claimcheck.sheet.meant import of_a_game, unwrapped
from claimcheck.sheet.nodes import Scalar
from claimcheck.sheet.values import shown

if TYPE_CHECKING:
    from claimcheck.quantity.written import Style, Written
    from claimcheck.sheet.model import Quote
    from claimcheck.sheet.nodes import Node
    from claimcheck.sheet.values import Values

_BOTH = 2  # counts: of, and out of
ALL_AHEAD = re.compile(
    r"\b(?:of|among)\s+(?:(?:the|all|these|those|its|our|their)\s+)*\Z", re.IGNORECASE
)  # "of 42, 23 (55%)"
_OF_THESE = re.compile(r"\bth[eo]se\s+\Z", re.IGNORECASE)
_PARTED = re.compile(r"\s*[,:;]?\s+")
_SAMPLE = re.compile(r"\b([nN])\s*=\s*\Z")  # "55% (N = 42)"
_WORD = re.compile(r"[^\W\d_]")
_BEHIND = re.compile(r"\d \(\Z")  # "63 (11)"
_NONE = "a fraction is read from a text such as '23/42 (55%)', not {}"


def counted(
    values: Values,
    quotes: tuple[Quote, ...],
    nodes: tuple[Node, ...],
    is_node: Node | None,
    style: Style,
    key: Scalar,
) -> tuple[Stated | None, ...] | None:
    """Return the number of a claim and that of each quote, each read whole; `None` after a finding."""
    before = len(values.findings)
    if is_node is not None:
        said = _read(values, is_node, "is", style)
        pairs = zip(quotes, nodes, strict=True)
        found = [said and _repeated(values, said, quote, node, is_node) for quote, node in pairs]
    else:
        found = [_read(values, node, "quote", style) for node in nodes]
        said = next((number for number in found if number), None)
    if said is None and len(values.findings) == before:
        texts = is_node.text if isinstance(is_node, Scalar) else " ".join(quote.text for quote in quotes)
        values.report("number-not-said", _NONE.format(shown(texts)), is_node or key)
    return None if len(values.findings) > before else (said, *found)


def read_fraction(text: str, style: Style, found: list[Written]) -> Stated | None:
    """Return the number of a text, in which `found` stands, with its counts; `None` where it holds none.

    Raises NumberError where it holds too many, or a count that is no whole number.
    """
    rates, counts = _sorted(found, text)
    if len(rates) > 1 or sum(len(counts_in(each)) for each in counts) > _BOTH:
        raise NumberError(_NONE.format(shown(text)))
    for each in counts:
        if each.form != "fraction" and (each.value.denominator != 1 or each.value < 0):
            raise NumberError(f"a count is a whole number, not {shown(each.text)}")
    if rates and len(counts) == 1 and _sample(counts[0], text) == "n":
        counts = []  # of 42 who were asked, or 42 who said so: a text may mean either
    both = [*rates, *counts]
    of_all = bool(rates) and len(counts) == 1 and _is_of_all(counts[0], text)
    return Stated(both[0], style, counts=tuple(both[1:]), of_all=of_all) if both else None


def changed(own: Stated, other: Stated) -> Stated:
    """Return the number of a fraction with another percentage, or with other counts, where `other` says some.

    Raises NumberError where it says one count of two that are written as one number.
    """
    (old_rate, old), (rate, new) = (_sorted([stated.written, *stated.counts]) for stated in (own, other))
    if len(new) == 1 and new[0].form != "fraction" and old and old[0].form == "fraction":
        raise NumberError(f"one count in place of {old[0].text!r}; say both, such as '{new[0].text} of 42'")
    before = () if new and new[0].form == "fraction" else _placed(old, own)
    of, out_of = (one or kept for one, kept in zip(_placed(new, other), before or (None, None), strict=True))
    both = [*(rate or old_rate), *filter(None, (of, out_of))]
    return own._replace(written=both[0], counts=tuple(both[1:]), of_all=not of and bool(out_of))


def _placed(counts: list[Written], stated: Stated) -> tuple[Written | None, Written | None]:
    """Return the counts of a number in their places: of, and out of."""
    of, out_of, *_ = (None, *counts) if stated.of_all else (*counts, None, None)
    return of, out_of


def _read(values: Values, node: Node, what: str, style: Style) -> Stated | None:
    """Return the number of a text with its counts; `None` where it holds none, and after a finding."""
    text = values.text(node, what)
    if not text.strip():
        return None
    try:
        return read_fraction(text, style, values.numbers(node, what, style.locale))
    except NumberError as error:
        values.report("unreadable-number", error.message, node)
        return None


def _repeated(values: Values, said: Stated, quote: Quote, node: Node, is_node: Node) -> Stated | None:
    """Return what `is` says where a quote repeats it, as far as it has numbers of the same sort; else a finding."""
    rates, counts = _sorted([said.written, *said.counts])
    their_rates, their_counts = _sorted(values.numbers(node, "quote", said.style.locale), quote.text)
    found = their_rates or _of_cells(rates, their_counts, quote.text), their_counts
    for own, theirs in zip((rates, counts), found, strict=True):
        printed = {number for written in theirs for number in counts_in(written)}  # a percentage is one as well
        other = next((written for written in own if not printed.issuperset(counts_in(written))), None)
        if theirs and other:
            report_differing(values, other, theirs, quote, is_node)
            return None
    return said if any(found) else None


def _of_cells(rates: list[Written], counts: list[Written], text: str) -> list[Written]:
    """Return the percentages of cells whose head has the sign, "63 (11.0)", as `is` says: those printed so, or near.

    They stand in parentheses right behind a count, or have a decimal point among mere numbers.
    """
    if not rates:
        return []
    cells = _WORD.search(text) is None
    behind = [one for one in counts if (cells and one.decimals) or _BEHIND.search(text, 0, one.number_start)]
    return [rate for rate in rates for one in behind if one.digits == rate.digits] or behind


def _sorted(written: list[Written], text: str = "") -> tuple[list[Written], list[Written]]:
    """Return the percentages among the numbers of a text, and the whole numbers."""
    meant = [of_a_game(unwrapped(each, text)) for each in written if each.form in QUANTITIES]
    counts = [each for each in meant if not is_rate(each)]
    if len(counts) == _BOTH and (
        [_is_of_all(each, text) for each in counts] == [True, False] or _is_all_first(counts[0], counts[1], text)
    ):
        counts.reverse()
    return [each for each in meant if is_rate(each)], counts


def _is_of_all(count: Written, text: str) -> bool:
    """Whether a count is that of all there are, by what stands before it: "of the 42", "N = 42".

    "Of these 42 (38%)" were counted among these.
    """
    ahead = ALL_AHEAD.search(text, 0, count.amount_start)
    if ahead and _OF_THESE.search(ahead[0]) and text[count.end :].lstrip().startswith("("):
        return False
    return ahead is not None or bool(_sample(count, text))


def _is_all_first(first: Written, second: Written, text: str) -> bool:
    """Whether all are counted first, and no word says so: "5,420 patients, 2,547 (47%)"; not "5,420 of 2,547"."""
    return first.value > second.value and bool(_PARTED.fullmatch(text[first.end : second.start]))


def _sample(count: Written, text: str) -> str:
    """Return the letter of "n = 42", or of "N = 42", which are all that were asked; "" of none."""
    found = _SAMPLE.search(text, 0, count.amount_start)
    return found[1] if found else ""
