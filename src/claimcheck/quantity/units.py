"""Units: percents, points, multiples, currencies, measures and what stands behind "per"."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from claimcheck.quantity.terms import BARE, PERCENT, POINTS, TIMES, Unit
from claimcheck.quantity.tokens import Parts


class UnitHit(NamedTuple):
    """A unit, the power of ten that it brings (-2 for a percent), and the index after it."""

    unit: Unit
    power: int
    stop: int


# What the short words for money mean where nothing else is said.
MONEY = {
    "yuan": "CNY", "rmb": "CNY", "renminbi": "CNY", "kuai": "CNY", "dollar": "USD", "dollars": "USD", "buck": "USD", "bucks": "USD",
    "yen": "JPY", "sterling": "GBP", "pound sterling": "GBP", "pounds sterling": "GBP", "quid": "GBP", "rupee": "INR",
    "rupees": "INR", "franc": "CHF", "francs": "CHF", "reais": "BRL", "reals": "BRL", "ruble": "RUB",
    "rubles": "RUB", "rouble": "RUB", "roubles": "RUB", "rand": "ZAR", "rands": "ZAR", "krona": "SEK", "kronor": "SEK",
    "krone": "NOK", "kroner": "NOK", "krones": "NOK", "lira": "TRY", "liras": "TRY", "lire": "ITL", "peso": "MXN", "pesos": "MXN",
    "baht": "THB", "ringgit": "MYR", "ringgits": "MYR", "dong": "VND", "rupiah": "IDR", "shekel": "ILS", "shekels": "ILS",
    "zloty": "PLN", "zlotys": "PLN", "forint": "HUF", "forints": "HUF", "dirham": "AED", "dirhams": "AED", "riyal": "SAR",
    "riyals": "SAR", "naira": "NGN", "nairas": "NGN", "bitcoin": "BTC", "bitcoins": "BTC", "peseta": "ESP", "pesetas": "ESP",
    "deutschemark": "DEM", "deutschemarks": "DEM", "deutsche marks": "DEM", "guilder": "NLG", "guilders": "NLG",
    "hryvnia": "UAH", "taka": "BDT", "cedi": "GHS", "cedis": "GHS", "afghani": "AFN", "afghanis": "AFN", "u s dollars": "USD",
    "u s dollar": "USD", "american dollars": "USD", "greenbacks": "USD", "markka": "FIM", "escudos": "PTE", "drachmas": "GRD",
    "british pounds": "GBP", "uk pounds": "GBP", "indian rupees": "INR", "chinese rmb": "CNY", "hong kong dollars": "HKD",
    "nt dollars": "TWD", "taiwan dollars": "TWD", "taiwan dollar": "TWD", "south korean won": "KRW", "korean won": "KRW",
    "dutch guilders": "NLG", "russian rubles": "RUB", "canadian dollars": "CAD", "mexican pesos": "MXN", "swiss francs": "CHF",
    "french francs": "FRF", "belgian francs": "BEF", "west german marks": "DEM", "german marks": "DEM", "d marks": "DEM",
    "satoshi": "satoshi", "satoshis": "satoshi", "danish kroner": "DKK", "danish crowns": "DKK",
    "norwegian crowns": "NOK", "swedish crowns": "SEK", "czech crowns": "CZK", "swedish kronor": "SEK", "norwegian kroner": "NOK",
}  # fmt: skip
MINOR = {
    "cent": "cent",
    "cents": "cent",
    "pence": "penny",
    "penny": "penny",
    "pennies": "penny",
    "p": "penny",
    "c": "cent",
}
SIGNS = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₩": "KRW", "₽": "RUB", "₿": "BTC", "₫": "VND", "₦": "NGN", "₪": "ILS",
    "฿": "THB", "₺": "TRY", "₴": "UAH", "₱": "PHP", "₸": "KZT", "₡": "CRC", "₾": "GEL", "₭": "LAK", "₮": "MNT", "₲": "PYG", "₵": "GHS",
    "₼": "AZN", "֏": "AMD", "៛": "KHR", "৳": "BDT", "₨": "INR", "¢": "cent",
}  # fmt: skip
# Letters before a dollar, pound or yen sign.
DOLLARS = {
    "US": "USD", "U": "USD", "S": "SGD", "HK": "HKD", "A": "AUD", "AU": "AUD", "C": "CAD", "CA": "CAD", "CDN": "CAD", "CAN": "CAD",
    "NZ": "NZD", "NT": "TWD", "TW": "TWD", "SG": "SGD", "R": "BRL", "MX": "MXN", "MEX": "MXN", "USD": "USD", "AUD": "AUD",
    "CAD": "CAD", "NZD": "NZD", "MXN": "MXN", "HKD": "HKD", "SGD": "SGD", "ARS": "ARS", "CLP": "CLP", "COP": "COP", "J": "JMD",
    "TT": "TTD", "Z": "ZWD", "FJ": "FJD", "BZ": "BZD", "B": "BND", "BN": "BND", "EC": "XCD", "BDS": "BBD", "N": "NAD",
}  # fmt: skip
PREFIX_WORDS = {
    "rs": "INR",
    "rmb": "CNY",
    "dollar": "USD",
    "euro": "EUR",
    "r": "ZAR",
    "fr": "CHF",
    "sfr": "CHF",
    "dm": "DEM",
    "sen": "sen",
}
PREFIX_WORDS |= {
    "kr": "SEK",
    "rp": "IDR",
    "rm": "MYR",
    "bitcoin": "BTC",
    "ffr": "FRF",
    "skr": "SEK",
    "nkr": "NOK",
    "dkr": "DKK",
}
# Codes that are words in capitals: only where they touch the digits.
WORDLIKE = frozenset("ALL TRY TOP CUP MAD GEL SOS BAM MOP PEN ANG LAK BAN GIP STD ARS SIT LIT BAD ZAR".split()) - {
    "ZAR",
    "ARS",
}
LOWER_CODES = frozenset("usd eur gbp cny jpy inr chf cad aud hkd sgd krw btc nzd mxn sek nok dkk brl rub twd".split())

MEASURE_WORDS = {
    "t": "t", "mt": "Mt", "Mt": "Mt", "kt": "kt", "Gt": "Gt", "TWh": "TWh", "GWh": "GWh", "MWh": "MWh", "TW": "TW", "Wh": "Wh",
    "tonne": "t", "tonnes": "t", "metric ton": "t", "metric tons": "t", "metric tonnes": "t", "ton": "ton", "tons": "ton", "sq km": "km²",
    "sq m": "m²", "sqm": "m²", "sqft": "sq ft", "square km": "km²", "square m": "m²", "cubic m": "m³", "kgs": "kg", "kilo": "kg", "kilos": "kg",
    "kms": "km", "lbs": "lb", "inch": "inch", "inches": "inch", "kph": "km/h", "kmph": "km/h", "kmh": "km/h", "bbl": "bbl", "bbls": "bbl",
    "boe": "boe", "teu": "TEU", "teus": "TEU", "rpm": "rpm", "dB": "dB", "decibels": "dB", "GeV": "GeV", "MeV": "MeV", "keV": "keV",
    "TeV": "TeV", "kV": "kV", "GPa": "GPa", "Mbps": "Mbps", "Gbps": "Gbps", "mcg": "μg", "microgramme": "μg", "microgrammes": "μg",
    "kilogramme": "kg", "kilogrammes": "kg", "gramme": "g", "grammes": "g", "years old": "year", "year old": "year", "yrs": "year",
    "months old": "month", "month old": "month", "decades": "decade", "celsius": "°C", "fahrenheit": "°F", "°C": "°C", "°F": "°F",
    "degrees celsius": "°C", "degrees fahrenheit": "°F", "degree celsius": "°C", "degrees centigrade": "°C", "degrees c": "°C",
    "degrees f": "°F", "degree fahrenheit": "°F", "deg c": "°C", "deg f": "°F", "deg celsius": "°C", "deg fahrenheit": "°F", "degree c": "°C",
    "degree f": "°F", "celcius": "°C", "centigrade": "°C", "degree": "degree", "degrees": "degree", "deg": "degree", "°": "degree", "yo": "year",
    "degree centigrade": "°C", "degrees celcius": "°C", "° c": "°C", "° f": "°F", "° celsius": "°C", "° fahrenheit": "°F", "mL": "mL", "kilowatt hours": "kWh",
    "megawatt hours": "MWh", "gigawatt hours": "GWh", "terawatt hours": "TWh", "megawatt hour": "MWh", "gigawatt hour": "GWh",
    "terawatt hour": "TWh", "kilotonnes": "kt", "megatonnes": "Mt", "megatons": "Mt", "gigatonnes": "Gt", "gigatons": "Gt", "dwt": "dwt",
    "mbit": "Mb", "kbit": "kb", "mb": "Mb", "gb": "GB", "Mb": "Mb", "KB": "kB", "GB": "GB", "km2": "km²", "m2": "m²", "m3": "m³", "ft2": "sq ft",
    "litres": "L", "litre": "L", "hours": "hour", "hrs": "hour", "mins": "minute", "secs": "second", "quarters": "quarter", "quarter": "quarter",
    "turns": "turn", "turn": "turn", "'": "ft", '"': "inch", "µg": "μg", "cc": "cm³", "bhp": "bhp", "horses": "horse", "lb ft": "lb-ft",
    "million tonnes": "t", "ppm": "ppm", "ppb": "ppb", "nights": "night", "light years": "ly", "acres": "acre", "acre": "acre", "h": "hour",
    "w": "W", "carat": "carat", "carats": "carat", "ounces": "oz", "ounce": "oz", "points": "point", "point": "point",
}  # fmt: skip
# Measure names of CLDR that are left to the grammar or mean something else in a report.
_DROPPED = frozenset(
    ("°", "rev", "cup", "cups", "鈥", "l", "cal", "au", "ly", "a", "pinch", "bar", "bars", "stone", "knot")
)
PER_WORDS = frozenset(
    "day week month quarter year hour minute second share person head capita household barrel tonne ton km kilometre kilometer mile kg kilogram "
    "litre liter gallon unit employee worker hectare acre dozen pound ounce night annum student patient user customer millisecond gramme gram "
    "ms s h min kwh mwh million thousand hundred sq m ml dl mg g l t bbl yr mo hr oz lb piece ticket square woman inhabitant resident".split()
)


@cache
def names() -> tuple[dict[str, Unit], dict[str, int]]:
    """Return (units by name, the most words of a name by its first word); names of currencies and measures in English and Chinese."""
    from claimcheck.quantity.cldr import CURRENCIES, MEASURES
    from claimcheck.quantity.words_zh import UNITS

    table: dict[str, Unit] = {}
    for line in MEASURES.splitlines():
        canonical, *others = line.split("|")
        unit = Unit(canonical, "measure")
        for name in (canonical, *others):
            if name not in _DROPPED:
                table.setdefault(name.replace("-", " "), unit)
    table |= {name: Unit(unit, "measure") for name, unit in MEASURE_WORDS.items()}
    for line in CURRENCIES.splitlines():
        code, _, *others = line.split("|")
        unit = Unit(code, "currency")
        for name in others:
            table.setdefault(name.replace("-", " "), unit)
        if code not in WORDLIKE:
            table[code] = unit
    table |= {name: Unit(code, "currency") for name, code in (MONEY | MINOR | SIGNS).items()}
    table |= {name: Unit(unit, family) for name, (unit, family) in UNITS.items()}
    table |= {code: table[code.upper()] for code in LOWER_CODES if code.upper() in table}
    table["BTC"] = table["bitcoin"]
    lengths: dict[str, int] = {}
    for name in table:
        words = name.split(" ")
        if lengths.get(words[0], 0) < len(words):
            lengths[words[0]] = len(words)
    return table, lengths


def codes() -> dict[str, Unit]:
    """Return the table of names, in which codes in capitals stand too."""
    return names()[0]


def lookup(parts: Parts, index: int) -> tuple[Unit, int] | None:
    """Return the unit whose name, of up to four words, starts at `index`, and the index after it; the longest name wins."""
    table, lengths = names()
    first = parts.words[index]
    most = max(lengths.get(first, 0), lengths.get(first.lower(), 0))
    for count in range(most, 0, -1):
        words, stop = _words(parts, index, count)
        key = " ".join(words)
        unit = table.get(key) or table.get(key.lower() if len(key) > 2 or key.islower() else key)  # noqa: PLR2004 - symbols keep their case
        if unit:
            return unit, stop
    return None


def _words(parts: Parts, index: int, count: int) -> tuple[list[str], int]:
    """Return `count` words from `index`, hyphens and the points of abbreviations left out, and the index after them."""
    found: list[str] = []
    while len(found) < count:
        word = parts.words[index]
        if word in ("-", ".") and found and parts.glued(index):
            index += 1
            continue
        if not word:
            break
        found.append(word)
        index += 1
    return found, index


def unit_at(parts: Parts, index: int) -> UnitHit | None:
    """Return the unit at `index`, right after a number and its magnitude: percent, points, times, currency, measure."""
    word = parts.words[index]
    if word in ("%", "％", "‰", "﹪"):
        return _percent_sign(parts, index)
    if word == "-" and parts.glued(index) and parts.glued(index + 1):
        return _hyphened(parts, index)
    lower = word.lower()
    if lower in _PERCENT_STARTS:
        return _percent_word(parts, index, lower)
    if lower in ("times", "x", "fold", "×"):
        return _times(parts, index, lower)
    if lower in ("point", "points"):
        return UnitHit(Unit("point", "measure"), 0, index + 1)
    if word in ("(", "[", "{", "<"):
        return _bracketed(parts, index)
    return _named(parts, index)


_PERCENT_STARTS = frozenset(
    ("per", "percent", "percents", "pct", "pc", "percentage", "pp", "pps", "ppt", "ppts", "basis", "bp", "bps", "p")
)
_POINT_WORDS = ("point", "points", "pt", "pts")


def _percent_sign(parts: Parts, index: int) -> UnitHit:
    stop = index + 1 + (parts.words[index + 1] == "-")
    if parts.words[index] == "‰":
        return UnitHit(PERCENT, -3, index + 1)
    if parts.words[stop].lower() in _POINT_WORDS:
        return UnitHit(POINTS, -2, stop + 1)
    return UnitHit(PERCENT, -2, index + 1)


def _percent_word(parts: Parts, index: int, lower: str) -> UnitHit | None:
    following = parts.words[index + 1].lower()
    after = index + 1
    if lower == "per" and following in ("cent", "cents"):
        lower, following, after = "percent", parts.words[index + 2].lower(), index + 2
    if lower in ("pp", "pps", "ppt", "ppts"):
        return UnitHit(POINTS, -2, after)
    if lower in ("bp", "bps"):
        return UnitHit(POINTS, -4, after)
    if lower == "basis":
        return UnitHit(POINTS, -4, after + 1) if following in _POINT_WORDS else None
    if lower in ("p", "pc"):
        if lower == "p" and following == "." and parts.words[after + 1].lower() == "p":
            return UnitHit(POINTS, -2, after + 2 + (parts.words[after + 2] == "."))
        return UnitHit(PERCENT, -2, after) if lower == "pc" else _named(parts, index)
    if lower == "per":
        return UnitHit(PERCENT, -3, after + 1) if following in ("mille", "mil") else None
    if following == "-" and parts.words[after + 1].lower() in _POINT_WORDS:
        return UnitHit(POINTS, -2, after + 2)
    if following in _POINT_WORDS:
        return UnitHit(POINTS, -2, after + 1)
    return UnitHit(PERCENT, -2, after)


_OFTEN = frozenset(("a", "an", "per", "already", "daily", "weekly", "monthly", "yearly", "each", "every", "on"))


def _times(parts: Parts, index: int, lower: str) -> UnitHit | None:
    """Return multiples; "3 times a week" counts, and the "x" of "2 x 4" is no unit."""
    following = parts.words[index + 1].lower()
    if lower in ("x", "×"):
        single = parts.glued(index) and not following[:1].isdigit()
        return UnitHit(TIMES, 0, index + 1) if single else None
    if lower == "times" and following in _OFTEN:
        return UnitHit(Unit("time", "count"), 0, index + 1)
    return UnitHit(TIMES, 0, index + 1)


def _hyphened(parts: Parts, index: int) -> UnitHit | None:
    """Return the unit of "10-year", "3-inch", "5-percent", "ten-fold"."""
    if parts.words[index + 1][:1].isdigit():
        return None
    if parts.words[index + 1].lower() in ("plus", "a", "x", "c", "t", "p", "m", "h", "w", "in", "to", "and"):
        return None
    return unit_at(parts, index + 1)


def _bracketed(parts: Parts, index: int) -> UnitHit | None:
    """Return the measure of "20 (kg)" where it stands alone in its brackets."""
    hit = lookup(parts, index + 1)
    closing = {"(": ")", "[": "]", "{": "}", "<": ">"}[parts.words[index]]
    if hit and hit[0].family == "measure" and parts.words[hit[1]] == closing:
        return UnitHit(hit[0], 0, hit[1] + 1)
    return None


_SPACED_LETTERS = frozenset(("m", "t", "g", "L", "V", "W", "K", "A", "N", "J"))


def _named(parts: Parts, index: int) -> UnitHit | None:
    word = parts.words[index]
    if len(word) == 1 and word.isascii() and word.isalpha() and not parts.glued(index):
        if word not in _SPACED_LETTERS or parts.words[index + 1] == "'":
            return None
    found = lookup(parts, index)
    if found is None:
        return None
    unit, stop = found
    if (
        unit.family == "measure"
        and parts.words[stop] in ("²", "³", "2", "3")
        and parts.glued(stop)
        and len(unit.name) <= 2
    ):  # noqa: PLR2004
        powered = names()[0].get(unit.name + ("²" if parts.words[stop] in ("²", "2") else "³"))
        if powered is None or parts.words[stop + 1][:1].isalnum() and parts.glued(stop + 1):
            return None
        return UnitHit(powered, 0, stop + 1)
    return UnitHit(unit, 0, stop)


def with_per(parts: Parts, hit: UnitHit) -> UnitHit:
    """Return the unit with what stands behind its "per": "per 1,000", "per km²", "a month", "/day", "-a-share"."""
    k = hit.stop
    word = parts.words[k].lower()
    if word == "-" and parts.words[k + 1].lower() in ("a", "per") and parts.words[k + 2] == "-":
        return _per(parts, hit, k + 3, strict=True)
    if word == "per":
        return _per(parts, hit, k + 1, strict=False)
    if word in ("a", "an", "each") or (word == "/" and hit.unit.family != "none"):
        return _per(parts, hit, k + 1, strict=True)
    if word == "p" and parts.words[k + 1] == "." and parts.words[k + 2].lower() == "a":
        return hit._replace(unit=hit.unit._replace(per="year"), stop=k + 3 + (parts.words[k + 3] == "."))
    return hit


def _per(parts: Parts, hit: UnitHit, index: int, *, strict: bool) -> UnitHit:
    word = parts.words[index]
    if word[:1].isdigit() and not strict:
        stop, text = index + 1, word
        if parts.words[stop].lower() in _COUNTED_PER:
            text, stop = f"{text} {parts.words[stop].lower()}", stop + 1
        return hit._replace(unit=hit.unit._replace(per=text), stop=stop)
    lower = word.lower()
    if (strict and lower not in PER_WORDS) or not lower[:1].isalpha() or lower in ("cent", "cents"):
        return hit
    found = lookup(parts, index)
    if found and found[0].family == "measure":
        per, stop = found[0].name, found[1]
        if parts.words[stop] in ("2", "²", "3", "³") and parts.glued(stop):
            per, stop = per + parts.words[stop].replace("2", "²").replace("3", "³"), stop + 1
    else:
        per, stop = lower, index + 1
    return hit._replace(
        unit=hit.unit._replace(per="year" if per == "annum" else "person" if per == "capita" else per), stop=stop
    )


_COUNTED_PER = frozenset(
    "people inhabitants residents population births persons women men patients live years million".split()
)


def prefix_at(parts: Parts, index: int) -> tuple[Unit, int, int] | None:
    """Return (currency, power, index of its first part) of the sign, code or word that stands right before `index`."""
    word = parts.words[index - 1]
    if word in SIGNS and word != "¢":
        return _signed(parts, index - 1)
    k = index - 2 if word == "." and parts.words[index - 2].lower() in PREFIX_WORDS else index - 1
    word = parts.words[k]
    if not word.isalpha() or len(word) > 7:  # noqa: PLR2004 - the longest is "bitcoin"
        return None
    if parts.starts[index] - parts.end(index - 1) > 1:
        return None
    if word.isupper() and word.isascii():
        return _coded(parts, k, word, touches=parts.glued(index))
    if word in LOWER_CODES:
        return codes()[word], 0, k
    lower = word.lower()
    if (
        lower in PREFIX_WORDS
        and (len(lower) > 1)
        and (lower not in ("euro", "dollar", "bitcoin") or not parts.glued(index))
    ):
        return Unit(PREFIX_WORDS[lower], "currency"), 0, k
    return None


def _signed(parts: Parts, index: int) -> tuple[Unit, int, int]:
    """Return the currency of a sign with the letters before it: "US$", "hk $", "u.s. $", "RMB¥"."""
    sign, before = parts.words[index], parts.words[index - 1]
    unit, first = Unit(SIGNS[sign], "currency"), index
    if before == "." and parts.words[index - 2].lower() == "s" and parts.words[index - 4].lower() == "u":
        return Unit("USD", "currency"), 0, index - 4
    if before.lower() == "s" and parts.words[index - 2] == "." and parts.words[index - 3].lower() == "u":
        return Unit("USD", "currency"), 0, index - 3
    near = before.isascii() and before.isalpha() and parts.starts[index] - parts.end(index - 1) <= 1
    if (
        near
        and sign == "$"
        and before.upper() in DOLLARS
        and (parts.glued(index) or len(before) > 1 or before in ("C", "A", "c"))
    ):
        return Unit(DOLLARS[before.upper()], "currency"), 0, index - 1
    if near and before.upper() in ("CN", "RMB", "CNY"):
        return Unit("CNY", "currency"), 0, index - 1
    if sign == "¥" and parts.chinese:
        unit = Unit("CNY", "currency")
    return unit, 0, first


def _coded(parts: Parts, index: int, word: str, *, touches: bool) -> tuple[Unit, int, int] | None:
    """Return the currency of a code in capitals: "USD34.6", "RMB 760", "MEUR 3"; never "ALL 5"."""
    table = codes()
    if word == "R" and touches:
        return Unit("ZAR", "currency"), 0, index
    if word in WORDLIKE:
        return (Unit(word, "currency"), 0, index) if touches else None
    if len(word) == 4 and word[0] in "MKB" and word[1:] in table and table[word[1:]].family == "currency":  # noqa: PLR2004 - M and a code
        return table[word[1:]], {"M": 6, "K": 3, "B": 9}[word[0]], index
    unit = table.get(word) if len(word) == 3 else None  # noqa: PLR2004 - codes have three letters
    if unit is None and word.lower() in PREFIX_WORDS and len(word) > 1:
        return Unit(PREFIX_WORDS[word.lower()], "currency"), 0, index
    return (unit, 0, index) if unit and unit.family == "currency" else None


def suffix_code(parts: Parts, index: int) -> tuple[Unit, int] | None:
    """Return (currency, power) of a millions code behind a number: the "MUSD" of "30 MUSD"."""
    word = parts.words[index]
    if len(word) == 4 and word[0] in "MK" and word.isupper() and word.isascii() and word[1:] in codes():  # noqa: PLR2004 - M and a code
        unit = codes()[word[1:]]
        return (unit, 6 if word[0] == "M" else 3) if unit.family == "currency" else None
    return None


__all__ = ["BARE", "UnitHit", "lookup", "prefix_at", "suffix_code", "unit_at", "with_per"]
