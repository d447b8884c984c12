"""A first sheet for a document: one worked claim from its own numbers, and comments that say how to go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.quantity.written import Written, scan
from claimcheck.sheet.quoted import quoted

if TYPE_CHECKING:
    from claimcheck.documents.model import Document

_HEAD = """\
# The claims of {name}: what its numbers say, checked against each other by `claimcheck verify`.
# A claim has an id, a quote that stands word for word in the document, and one kind with its arguments.
# `claimcheck rule` lists what can be found; docs/sheet.md and docs/kinds/ tell the rest.
document: {path}

# defaults:            # what holds for every claim that does not say otherwise
#   in: 2015
#   unit: CNY

# quantities:          # what a reader knows of the numbers
#   trade:
#     parts: [exports, imports]

claims:
"""
_CLAIM = """\
  - id: first-number
    quote: {quote}
    value:             # other kinds: growth, cagr, share, sum, ratio, change, compare, fraction ...
      of: name_of_the_quantity
"""
_TAIL = """\
#  - id: growth-2015
#    quote: up 43%
#    growth:
#      of: name_of_the_quantity
#      in: 2015

# exempt:              # numbers that need no claim, each with a reason
#   - quote: 1 January 2016
#     because: a date
"""
_FORMS = ("number", "range")


def starter(document: Document, path: str) -> str:
    """Return the text of a sheet for `document`, which it names as `path`; with a claim `verify` accepts it."""
    head = _HEAD.format(name=_one_line(path), path=quoted(path))
    found = next((quote for written in scan(document.text) if (quote := _quote(document, written))), None)
    claim = _CLAIM.format(quote=quoted(found)) if found else "  []\n"
    return head + claim + "\n" + _TAIL


def _quote(document: Document, written: Written) -> str:
    """Return a number that can stand as a quote: it occurs once, and is read again as the same number."""
    text = document.text[written.start : written.end]
    if written.form not in _FORMS or "\n" in text or document.text.count(text) > 1:
        return ""
    if text[:4].casefold() == "from":  # "from 10% to 12%" may be two levels: a sheet would have to say which
        return ""
    again = [each for each in scan(text) if each.form in _FORMS]
    return text if len(again) == 1 and again[0].value == written.value else ""


def _one_line(text: str) -> str:
    return "".join(c if c.isprintable() else "?" for c in text)
