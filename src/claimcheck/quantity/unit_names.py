"""The table of unit names, and the longest name at a place in a text."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from claimcheck.quantity.lexicon.european import ENGLISH
from claimcheck.quantity.terms import Unit

if TYPE_CHECKING:
    from claimcheck.quantity.tokens import Parts

_SYMBOL = 2  # names up to this length keep their case: "mb" and "MB" differ, "Km" and "km" do not


@cache
def names() -> dict[str, Unit]:
    """Return units by name: measures, currencies and their codes and signs, in English and Chinese.

    Names of CLDR come first, so that those of the lexicon, which are fitted to reports, override them.
    """
    from claimcheck.quantity.lexicon import chinese, cldr, european, measures, money

    table: dict[str, Unit] = {}
    for line in cldr.MEASURES.splitlines():
        known = line.split("|")
        unit = Unit(known[0], "measure")
        for name in known:
            if name not in measures.DROPPED:
                table.setdefault(name.replace("-", " "), unit)
    known_ones = measures.NAMES | measures.CARBON | measures.POWER | measures.AIRLINES | measures.LABORATORY
    known_ones |= european.MEASURES
    table |= {name: Unit(unit, "measure") for name, unit in known_ones.items()}
    table |= {name: Unit(unit, "measure", per) for name, (unit, per) in measures.COMPOSITE.items()}
    for line in cldr.CURRENCIES.splitlines():
        code, _, *known = line.split("|")
        unit = Unit(code, "currency")
        for name in known:
            table.setdefault(name.replace("-", " "), unit)
        if code not in money.WORDLIKE:
            table[code] = unit
    table |= {name: Unit(code, "currency") for name, code in (money.NAMES | money.MINOR | money.SIGNS).items()}
    table |= {name: Unit(code, "currency") for name, code in european.CURRENCIES.items()}
    table |= {name: Unit(unit, family) for name, (unit, family) in chinese.UNITS.items()}
    table["BTC"] = table["bitcoin"]
    return table | {code: table[code.upper()] for code in money.LOWER_CODES}


@cache
def measures() -> frozenset[str]:
    """Return what measures are called in a unit, "km", beside what is counted."""
    return frozenset(unit.name for unit in names().values() if unit.family == "measure")


@cache
def _lengths() -> dict[str, int]:
    """Return the most words of a name by its first word, where there is a name of more than one."""
    lengths: dict[str, int] = {}
    for name in names():
        if " " in name:
            first, *rest = name.split(" ")
            lengths[first] = max(lengths.get(first, 0), len(rest) + 1)
    return lengths


def lookup(parts: Parts, index: int) -> tuple[Unit, int] | None:
    """Return the unit whose name, of up to four words, starts at `index`, and the index after it.

    The longest name wins.
    """
    table, lengths = names(), _lengths()
    first = parts.words[index]
    if not parts.foreign and first.lower() in ENGLISH:
        return None
    for count in range(max(lengths.get(first, 1), lengths.get(first.lower(), 1)), 0, -1):
        found, stop = _words(parts, index, count)
        if len(found) < count:
            continue
        key = " ".join(found)
        unit = table.get(key) or (table.get(key.lower()) if len(key) > _SYMBOL else None)
        if unit:
            return unit, stop
    return None


def chinese_lookup(parts: Parts, index: int) -> tuple[Unit, int] | None:
    """Return the unit of Chinese characters at `index`, and the index after it; the longest name wins."""
    from claimcheck.quantity.lexicon.chinese import LONGEST_UNIT

    table, start = names(), parts.starts[index]
    for count in range(LONGEST_UNIT, 0, -1):
        unit = table.get(parts.text[start : start + count])
        if unit:
            return unit, index + count
    return None


def _words(parts: Parts, index: int, count: int) -> tuple[list[str], int]:
    """Return up to `count` words from `index` and the index after them.

    Hyphens, and points behind one letter, are passed.
    """
    found: list[str] = []
    while len(found) < count and parts.words[index]:
        word = parts.words[index]
        joint = (
            found
            and parts.glued(index)
            and (word == "-" or (word == "." and (len(found[-1]) == 1 or found[-1] == "sq")))
        )
        if not joint:
            found.append(word)
        index += 1
    return found, index
