"""From the numbers found in a text to the one that it must hold, or to what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.quantity.lexicon import words
from claimcheck.quantity.lexicon.changes import JUDGED
from claimcheck.quantity.lexicon.nouns import STOPS
from claimcheck.quantity.magnitudes import misspelt
from claimcheck.quantity.terms import BARE, NumberError, Unit

if TYPE_CHECKING:
    from claimcheck.quantity.terms import Written

_LISTED = 4  # numbers
_GROUP = 3  # digits that a comma parts off
_SHOWN = 40  # characters of a text that a message repeats
_FURTHEST = 4  # words from a number to its noun
_SHORTEST = 3  # letters of a noun: "1 bus"
_FILLERS = words(
    "a an the of by to at and in year on yoy annually yearly quarterly monthly weekly daily annualised annualized"
    " respectively only just or is was are were be been total clear adrift"
)


def only(text: str, found: list[Written], *, point: bool) -> Written:
    """Return the one number of `found` when nothing else stands in `text`; NumberError says what does."""
    if not text.strip():
        raise NumberError("a number is expected, this is empty")
    if not found:
        raise NumberError(_no_number(text))
    found = [each for each in found if not text[: each.start][-1:].isalpha()] or found  # the 2 of "CO2" is none
    if len(found) > 1:
        second = found[1]
        digits = ", ".join(each.digits for each in found[:_LISTED]) + (", …" if len(found) > _LISTED else "")
        raise NumberError(f"one number is expected, here are {len(found)}: {digits}", second.start)
    written = found[0]
    if written.form == "label":
        raise NumberError(_refused(written.text), written.start)
    if point:
        _check_comma(written)
    written = _of_one(written, text)
    for start, end in ((0, written.start), (written.end, len(text))):
        _check_rest(text[start:end], start)
    return written


def _of_one(written: Written, text: str) -> Written:
    """Return the number of "1 firm" with what it counts: a singular, which is told by nothing but the 1 before it."""
    end = len(text.rstrip())
    behind = text[written.end : end]
    nouns = behind.split()
    if written.unit != BARE or written.digits.lower() not in ("1", "one") or not nouns or not behind[0].isspace():
        return written
    if len(nouns) > _FURTHEST or not all(map(_may_be_noun, nouns)):
        return written
    exact = written.hedge in ("", "exactly")
    unit = Unit(nouns[-1].lower(), "count")
    return written._replace(text=text[written.start : end], end=end, amount_end=end, unit=unit, exact=exact)


def _may_be_noun(word: str) -> bool:
    lower = word.lower()
    return len(word) >= _SHORTEST and word.isalpha() and lower not in STOPS | _FILLERS and not misspelt(lower)


def _check_comma(written: Written) -> None:
    """Raise NumberError for "2,5" where commas group digits: it may be 2.5 or two numbers."""
    places = written.digits.rpartition(",")[2]
    if written.decimals and "," in written.digits and "." not in written.digits and len(places) != _GROUP:
        raise NumberError(
            f"{written.digits!r}: here a comma groups three digits; write a point, or say locale: de",
            written.number_start,
        )


def _no_number(text: str) -> str:
    sample = text.strip()[:_SHOWN]
    if all(not character.isalnum() for character in sample):
        return f"a number is expected, {sample!r} is only signs"
    return f"a number is expected, {sample!r} holds none"


def _refused(text: str) -> str:
    """Return why a text that looks like a number is none."""
    import unicodedata

    scripts = {unicodedata.name(character, "?").split()[0] for character in text if character.isdecimal()}
    if len(scripts) > 1:
        return f"the digits of {text[:_SHOWN]!r} are of different scripts"
    if len(text) > _SHOWN or "e" in text.lower():
        return f"a number of {len(text)} characters is refused: at most 300 digits and powers of ten"
    return f"{text!r} is no number: one decimal point, and groups of three digits, are expected"


def _check_rest(rest: str, offset: int) -> None:
    """Raise NumberError for letters or digits that no number took."""
    for word in rest.replace("-", " ").replace("as many", "").replace("as much", "").split():
        bare = word.strip(".,;:()[]\"'“”")
        if bare.lower() in _FILLERS | JUDGED or not any(character.isalnum() for character in bare):
            continue
        near = misspelt(bare)
        meant = f"; did you mean {near!r}?" if near else ""
        raise NumberError(f"{bare[:_SHOWN]!r} belongs to no number here{meant}", offset + rest.find(bare))
