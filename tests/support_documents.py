"""Documents written from hidden true values: whatever they print is true, so no claim of theirs may be contradicted.

`world(rng)` draws series over several periods with structure between them, rounds them into phrases of many styles,
and returns a `Spec` from which `render` makes the text of a sheet and of its document. Every claim carries the true
value of its number, so what a reader or an engine makes of it can be held against the truth.
"""

from __future__ import annotations

import json
from fractions import Fraction
from math import ceil, floor
from typing import Any, NamedTuple

POWERS = {0: "", 3: " thousand", 6: " million", 9: " billion", 12: " trillion"}
SHORT = {6: "m", 9: "bn", 12: "tn"}
WORDS = {2: "doubled", 3: "tripled", 4: "quadrupled"}
NAMES = ("north", "south", "east", "west", "coal", "steel", "corn", "rice", "salt", "wool", "tin", "zinc")


class Said(NamedTuple):
    """One claim: its phrase as printed, its kind with arguments, and the true value of its number."""

    id: str
    mark: str  # a word of its own before the phrase, so that no two phrases are alike
    phrase: str  # "rose by 4.3%"; a power of ten stands as «6», so that a whole document can be scaled
    kind: str
    arguments: dict[str, Any]
    truth: Fraction | None = None  # in the claim's own terms; None where there is none, or it is no rational
    extra: dict[str, str] = {}  # noqa: RUF012  never changed; keys of the claim beside its kind
    nonlinear: bool = False


class Spec(NamedTuple):
    """What a sheet and its document are rendered from."""

    defaults: dict[str, Any]
    quantities: dict[str, dict[str, Any]]
    claims: tuple[Said, ...]
    scalable: bool = True  # whether levels may be printed a thousand times as large


def render(spec: Spec, shift: int = 0) -> tuple[str, str]:
    """Return the sheet and the document; `shift` 3 prints all levels a thousand times as large."""
    lines = ["document: text.md"]
    if spec.defaults:
        lines += ["defaults:", *(f"  {key}: {_yaml(value)}" for key, value in spec.defaults.items())]
    if spec.quantities:
        lines.append("quantities:")
        for name, known in spec.quantities.items():
            lines += [f"  {name}:", *(f"    {key}: {_yaml(value)}" for key, value in known.items())]
    lines.append("claims:")
    text = []
    for said in spec.claims:
        lines.append(f"  - id: {_yaml(said.id)}")
        if said.phrase:
            phrase = _powers(said.phrase, shift)
            text.append(f"Of {said.mark} it is said: {phrase}, and no more.")
            lines += [f"    quote: {_yaml(phrase)}", f"    prefix: {_yaml(f'Of {said.mark} it is said:')}"]
        lines += [f"    {key}: {_yaml(value)}" for key, value in said.extra.items()]
        lines.append(f"    {said.kind}:")
        lines += [f"      {key}: {_yaml(_shifted(value, shift))}" for key, value in said.arguments.items()]
    return "\n".join(lines) + "\n", "# A text\n\n" + "\n\n".join(text) + "\n"


def _yaml(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _shifted(value: Any, shift: int) -> Any:
    return _powers(value, shift) if isinstance(value, str) else value


def _powers(phrase: str, shift: int) -> str:
    for power, word in POWERS.items():
        phrase = phrase.replace(f"«{power}»", POWERS.get(power + shift, word))
        phrase = phrase.replace(f"‹{power}›", SHORT.get(power + shift, ""))
    return phrase


class World:
    """Series with their true values, and the means to speak of them."""

    def __init__(self, rng: Any) -> None:
        self.rng = rng
        self.rounding = rng.choice(("nearest", "nearest", "nearest", "down", "truncate", "up"))
        self.periods = rng.choice(
            (
                ["2011", "2012", "2013", "2014", "2015"],
                ["2014-Q1", "2014-Q2", "2014-Q3", "2014-Q4", "2015-Q1"],
                ["FY2019", "FY2020", "FY2021"],
                ["2015-01", "2015-02", "2015-03", "2015-04"],
            )
        )
        self.step = {"Q": "quarter", "-": "month"}.get(
            self.periods[0][5:6] if "Q" in self.periods[0] else self.periods[0][4:5], "year"
        )
        self.truth: dict[tuple[str, str], Fraction] = {}
        self.known: dict[str, dict[str, Any]] = {}
        self.levels: list[str] = []
        self.rates: list[str] = []
        self.signed: list[str] = []
        self.whole = ""
        self.parts: list[str] = []
        self.part_of: list[tuple[str, str]] = []
        self.makers: list[Any] = []
        self._series()

    def _series(self) -> None:
        rng = self.rng
        names = list(NAMES)
        rng.shuffle(names)
        size = 10 ** rng.randint(3, 10)
        self.parts = [names.pop() for _ in range(rng.randint(2, 3))]
        for name in self.parts:
            self._level(name, size)
        self.whole = "total"
        for p in self.periods:
            self.truth["total", p] = sum((self.truth[n, p] for n in self.parts), Fraction(0))
        self.levels.append("total")
        if rng.random() < 0.8:
            self.known["total"] = {"parts": list(self.parts), **self._unit()}
        else:
            self.known["total"] = self._unit()
        sub = names.pop()
        for p in self.periods:
            self.truth[sub, p] = self.truth[self.parts[0], p] * Fraction(rng.randint(5, 95), 100)
        self.known[sub] = {"part_of": self.parts[0]}
        self.part_of.append((sub, self.parts[0]))
        self.levels.append(sub)
        free = names.pop()
        self._level(free, size * rng.choice((1, 1000)))
        rate = "rate"
        for p in self.periods:
            self.truth[rate, p] = Fraction(rng.randint(-400, 6000), 10_000) / rng.choice((1, 7))
        self.known[rate] = {"unit": "%"}
        self.rates.append(rate)
        if rng.random() < 0.6:
            for p in self.periods:
                self.truth["profit", p] = self.truth["total", p] * Fraction(rng.randint(-300, 400), 1000)
                self.truth["margin", p] = self.truth["profit", p] / self.truth["total", p]
            self.known["profit"] = {"sign": "any", **self._unit()}
            self.known["margin"] = {"ratio": "profit / total", "unit": "%"}
            self.signed.append("profit")
            self.rates.append("margin")
        if rng.random() < 0.3:
            self.known["total"].pop("parts", None)

    def _unit(self) -> dict[str, str]:
        return {}

    def _level(self, name: str, size: int) -> None:
        value = Fraction(self.rng.randint(size, 10 * size), self.rng.choice((1, 3, 10)))
        for p in self.periods:
            self.truth[name, p] = value
            value *= Fraction(
                self.rng.choice(
                    (self.rng.randint(700, 1400), self.rng.randint(950, 1050), self.rng.randint(300, 4000))
                ),
                1000,
            )
        self.levels.append(name)
        self.known.setdefault(name, {})

    def rounded(self, scaled: Fraction) -> int:
        """Return a whole number that `scaled` is printed as, by the sheet's rounding."""
        if self.rounding == "nearest":
            low = floor(scaled)
            gap = scaled - low
            return low if gap < Fraction(1, 2) or (gap == Fraction(1, 2) and self.rng.random() < 0.5) else low + 1
        if self.rounding == "down" or (self.rounding == "truncate" and scaled > 0):
            return floor(scaled)
        return ceil(scaled)

    def digits(self, scaled: Fraction, decimals: int, *, group: bool = True) -> str:
        """Return a number with so many decimals as it is printed, with its sign."""
        n = self.rounded(scaled * 10**decimals)
        sign = self.rng.choice("-−") if n < 0 else ""
        whole, rest = divmod(abs(n), 10**decimals)
        text = f"{whole:,}" if group else str(whole)
        return sign + text + (f".{rest:0{decimals}d}" if decimals else "")

    def level(self, x: Fraction) -> str:
        """Return a level as a phrase, "$4.2 million", with its power of ten as a mark."""
        rng = self.rng
        fitting = [p for p in (0, 3, 6, 9) if abs(x) >= 10**p] or [0]
        power = fitting[-1] if rng.random() < 0.8 else rng.choice(fitting)
        scaled = x / 10**power
        decimals = rng.randint(1, 3) if abs(scaled) < 10 else rng.randint(0, 2)
        if power == 0 and rng.random() < 0.3 and abs(scaled) > 10_000:
            tens = 10 ** rng.randint(1, 2)
            n = self.rounded(scaled / tens) * tens
            return f"{n:,}".replace("-", "−")
        return self.digits(scaled, decimals, group=rng.random() < 0.9) + f"«{power}»"

    def spread(self, x: Fraction, low: Fraction, high: Fraction) -> Fraction:
        """Return a short number between `low * x` and `high * x`, for a hedge."""
        return short(x * (low + (high - low) * Fraction(self.rng.randint(1, 99), 100)), x * low, x * high)

    def hedged(self, x: Fraction) -> tuple[str, str, Fraction]:
        """Return a hedge, a word behind, and a bound for a positive `x`: ("more than", "", 1200)."""
        rng = self.rng
        word = rng.choice(
            (
                "more than",
                "over",
                "at least",
                "less than",
                "up to",
                "at most",
                "about",
                "around",
                "nearly",
                "almost",
                "just over",
            )
        )
        if word in ("more than", "over", "at least"):
            return word, "", self.spread(x, Fraction(1, 2), Fraction(999, 1000))
        if word in ("less than", "up to", "at most"):
            return word, "", self.spread(x, Fraction(1001, 1000), Fraction(2))
        if word in ("about", "around"):
            return word, "", self.spread(x, Fraction(97, 100), Fraction(103, 100))
        if word == "just over":
            return word, "", self.spread(x, Fraction(93, 100), Fraction(999, 1000))
        return word, "", self.spread(x, Fraction(1001, 1000), Fraction(108, 100))

    def level_phrase(self, x: Fraction) -> str:
        """Return a level as the document prints it, plain, hedged or as a range."""
        rng = self.rng
        before = rng.choice(("", "", "$", "it reached ", "a level of "))
        if x <= 0:
            return ("it came to " if rng.random() < 0.5 else "") + self.level(x)
        kind = rng.random()
        if kind < 0.7:
            return before + self.level(x)
        if kind < 0.9:
            word, _, bound = self.hedged(x)
            return f"{word} {exact(bound)}"
        low, high = (
            self.spread(x, Fraction(7, 10), Fraction(98, 100)),
            self.spread(x, Fraction(102, 100), Fraction(14, 10)),
        )
        power = max((p for p in POWERS if low >= 10**p), default=0)
        return rng.choice(
            (f"between {exact(low, power)} and {exact(high, power)}", f"{exact(low, power)} to {exact(high, power)}")
        )

    def percent(self, r: Fraction, decimals: int | None = None) -> str:
        places = self.rng.choice((0, 1, 1, 2)) if decimals is None else decimals
        return self.digits(r * 100, places) + self.rng.choice(("%", "%", " %", " percent", " per cent"))

    def factor_word(self, factor: Fraction) -> str:
        """Return "doubled" and its like for a factor near one, "" where no word fits."""
        rng = self.rng
        for n, word in WORDS.items():
            if n * Fraction(91, 100) < factor < n * Fraction(109, 100):
                if factor > n and rng.random() < 0.4:
                    return f"more than {word}"
                if factor < n and rng.random() < 0.4:
                    return f"nearly {word}"
                return word
        if Fraction(46, 100) < factor < Fraction(54, 100):
            return "halved"
        if factor > 1 and rng.random() < 0.2:
            return f"grew to {self.digits(factor, 2)} times its earlier level"
        return ""

    def rate_phrase(self, r: Fraction) -> str:
        """Return a growth as the document prints it: "fell by 4.3%", "more than doubled"."""
        rng = self.rng
        factor = 1 + r
        if rng.random() < 0.3 and (word := self.factor_word(factor)):
            return word
        size = abs(r)
        verb = rng.choice(
            ("rose by", "up", "grew", "an increase of", "gained", "climbed")
            if r > 0
            else ("fell by", "down", "dropped", "a decline of", "shrank by", "lost")
        )
        style = rng.random()
        if style < 0.2 and r < 0:
            text = self.percent(r)
            return f"it moved by {text}" if rng.random() < 0.5 else text
        if style < 0.3 and r < 0 and self.rounding == "nearest":
            return f"({self.percent(size)})"
        if style < 0.2:
            return f"growth of {self.percent(r)}"
        if style < 0.75 or size < Fraction(1, 100):
            return f"{verb} {self.percent(size)}"
        if style < 0.92:
            word, _, bound = self.hedged(size)
            return f"{verb} {word} {decimal(bound * 100)}%"
        low, high = (
            self.spread(size, Fraction(7, 10), Fraction(98, 100)),
            self.spread(size, Fraction(102, 100), Fraction(14, 10)),
        )
        return f"{verb} {decimal(low * 100)}-{decimal(high * 100)}%"

    def share_phrase(self, r: Fraction) -> str:
        rng = self.rng
        if rng.random() < 0.2:
            for low, word in (
                (Fraction(1, 2), "half"),
                (Fraction(1, 3), "a third"),
                (Fraction(2, 3), "two-thirds"),
                (Fraction(1, 4), "a quarter"),
            ):
                if low * Fraction(91, 100) < r < low * Fraction(109, 100):
                    return f"{word} of it"
        if rng.random() < 0.25 and r > Fraction(1, 50):
            word, _, bound = self.hedged(r)
            return f"{word} {decimal(bound * 100)}% of it"
        return rng.choice(("accounting for ", "a share of ", "")) + self.percent(r) + " of it"

    def points_phrase(self, d: Fraction) -> str:
        rng = self.rng
        verb = rng.choice(("rose by", "up", "gained") if d > 0 else ("fell by", "down", "lost"))
        if rng.random() < 0.3:
            return f"{verb} {self.digits(abs(d) * 10_000, 0)} " + rng.choice(("basis points", "bp"))
        return f"{verb} {self.digits(abs(d) * 100, rng.randint(1, 2))} " + rng.choice(
            ("percentage points", "points", "pp")
        )


def short(x: Fraction, low: Fraction, high: Fraction) -> Fraction:
    """Return a number strictly between `low` and `high` (in either order) with few digits, near `x`."""
    if low > high:
        low, high = high, low
    unit = Fraction(10) ** 15
    while unit > abs(high):
        unit /= 10
    while True:
        near = round(x / unit) * unit
        for n in (near, near + unit, near - unit):
            if low < n < high:
                return n
        unit /= 10


def decimal(x: Fraction) -> str:
    """Return an exact decimal."""
    places = 0
    while (x * 10**places).denominator != 1:
        places += 1
    n = x * 10**places
    whole, rest = divmod(abs(int(n)), 10**places)
    return ("-" if n < 0 else "") + f"{whole:,}" + (f".{rest:0{places}d}" if places else "")


def exact(x: Fraction, power: int = -1) -> str:
    """Return an exact level, with the largest power of ten below it where none is given."""
    if power < 0:
        power = max((p for p in (0, 3, 6, 9) if abs(x) >= 10**p), default=0)
    return decimal(x / 10**power) + f"«{power}»"


def world(rng: Any, size: int | None = None) -> Spec:
    """Return a document of true claims about hidden values drawn with `rng`."""
    hidden = World(rng)
    writer = _Writer(hidden)
    wanted = size or rng.randint(3, 24)
    while len(writer.claims) < wanted:
        writer.write(rng.choice(MAKERS))
    defaults: dict[str, Any] = {}
    if hidden.rounding != "nearest":
        defaults["rounding"] = hidden.rounding
    if hidden.step != "year":
        defaults["over"] = hidden.step
    return Spec(defaults, hidden.known, tuple(writer.claims), scalable=not writer.counted)


def mark(number: int) -> str:
    """Return a word without digits that stands for a number."""
    letters = ""
    for _ in range(4):
        number, rest = divmod(number, 20)
        letters = "bcdfghjklmnpqrstvwxz"[rest] + "aeio"[rest % 4] + letters
    return "Q" + letters


class _Writer:
    def __init__(self, hidden: World) -> None:
        self.w = hidden
        self.rng = hidden.rng
        self.claims: list[Said] = []
        self.counted = False

    def write(self, maker: Any) -> None:
        made = maker(self)
        if made is None:
            return
        phrase, kind, arguments, truth, *rest = made
        number = len(self.claims)
        extra, nonlinear = (rest[0] if rest else {}), (rest[1] if len(rest) > 1 else False)
        self.claims.append(Said(f"c{number}", mark(number), phrase, kind, arguments, truth, extra, nonlinear))

    def any_level(self) -> str:
        return self.rng.choice(self.w.levels)

    def any_period(self) -> str:
        return self.rng.choice(self.w.periods)

    def move(self) -> tuple[str, str, dict[str, str]]:
        """Return two periods, and the arguments that say so; the period before may stay unsaid."""
        ps = self.w.periods
        j = self.rng.randrange(1, len(ps))
        i = self.rng.randrange(j) if self.rng.random() < 0.5 else j - 1
        if i == j - 1 and self.rng.random() < 0.6:
            return ps[i], ps[j], {"in": ps[j]}
        return ps[i], ps[j], {"from": ps[i], "to": ps[j]}

    def at(self, name: str, period: str) -> Fraction:
        return sum((self.w.truth[n.strip(), period] for n in name.split("+")), Fraction(0))

    def operand(self) -> str:
        if self.rng.random() < 0.2:
            return " + ".join(self.rng.sample(self.w.parts, 2))
        return self.any_level()


def _value(s: _Writer) -> Any:
    name, p = s.operand(), s.any_period()
    x = s.at(name, p)
    return s.w.level_phrase(x), "value", {"of": name, "in": p}, x


def _signed_value(s: _Writer) -> Any:
    if not s.w.signed:
        return None
    p = s.any_period()
    x = s.at("profit", p)
    return s.w.level_phrase(x), "value", {"of": "profit", "in": p}, x


def _rate_value(s: _Writer) -> Any:
    name, p = s.rng.choice(s.w.rates), s.any_period()
    x = s.at(name, p)
    return s.rng.choice(("", "a rate of ", "it stood at ")) + s.w.percent(x), "value", {"of": name, "in": p}, x


def _growth(s: _Writer) -> Any:
    a, b, arguments = s.move()
    name = s.operand()
    if s.w.signed and s.rng.random() < 0.1:
        name = "profit"
    if not s.at(name, a):
        return None
    r = s.at(name, b) / s.at(name, a) - 1
    return s.w.rate_phrase(r), "growth", {"of": name, **arguments}, r


def _cagr(s: _Writer) -> Any:
    ps = s.w.periods
    if len(ps[0]) != 4 and not ps[0].startswith("FY"):
        return None
    name = s.any_level()
    j = s.rng.randrange(1, len(ps))
    i = s.rng.randrange(j)
    n = j - i
    factor = s.at(name, ps[j]) / s.at(name, ps[i])
    places = s.rng.randint(0, 2)
    unit = Fraction(1, 100 * 10**places)
    k = -int(1 / unit)  # the largest multiple of the unit that is at most the rate, found exactly
    low, high = k, 100 * int(1 / unit)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if (1 + middle * unit) ** n <= factor else (low, middle)
    rounding = s.w.rounding
    if rounding == "nearest":
        k = low if (1 + (low + Fraction(1, 2)) * unit) ** n >= factor else low + 1
    elif rounding == "down" or (rounding == "truncate" and low >= 0):
        k = low
    else:
        k = low if (1 + low * unit) ** n == factor else low + 1
    text = decimal_places(k, places)
    return s.rng.choice(("a CAGR of ", "")) + text + "%", "cagr", {"of": name, "from": ps[i], "to": ps[j]}, None


def decimal_places(k: int, places: int) -> str:
    whole, rest = divmod(abs(k), 10**places)
    return ("-" if k < 0 else "") + str(whole) + (f".{rest:0{places}d}" if places else "")


def _change(s: _Writer) -> Any:
    a, b, arguments = s.move()
    if s.rng.random() < 0.5:
        name = s.rng.choice(s.w.rates)
        d = s.at(name, b) - s.at(name, a)
        return s.w.points_phrase(d), "change", {"of": name, **arguments}, d, {}, name == "margin"
    name = s.operand() if not s.w.signed or s.rng.random() < 0.7 else "profit"
    d = s.at(name, b) - s.at(name, a)
    verb = s.rng.choice(("rose by", "up", "gained") if d > 0 else ("fell by", "down", "lost"))
    if abs(d) < 1:
        return None
    return f"{verb} {s.w.level(abs(d))}", "change", {"of": name, **arguments}, d


def _share(s: _Writer) -> Any:
    p = s.any_period()
    part, whole = s.rng.choice([*((n, "total") for n in s.w.parts), *s.w.part_of])
    r = s.at(part, p) / s.at(whole, p)
    return s.w.share_phrase(r), "share", {"of": part, "whole": whole, "in": p}, r


def _ratio(s: _Writer) -> Any:
    p, a, b = s.any_period(), s.any_level(), s.any_level()
    r = s.at(a, p) / s.at(b, p)
    if a == b or not Fraction(1, 50) < r < 500:
        return None
    return (
        f"{s.w.digits(r, s.rng.randint(1, 2))} " + s.rng.choice(("times as much", "times")),
        "ratio",
        {"of": a, "per": b, "in": p},
        r,
    )


def _multiple(s: _Writer) -> Any:
    a, b, arguments = s.move()
    name = s.any_level()
    r = s.at(name, b) / s.at(name, a)
    if not Fraction(1, 10) < r < 500:
        return None
    return f"{s.w.digits(r, 2)} times its earlier level", "multiple", {"of": name, **arguments}, r


def _difference(s: _Writer) -> Any:
    p, a, b = s.any_period(), s.any_level(), s.any_level()
    d = s.at(a, p) - s.at(b, p)
    if a == b or abs(d) < 1:
        return None
    return f"a gap of {s.w.level(d)}", "difference", {"of": a, "minus": b, "in": p}, d


def _contribution(s: _Writer) -> Any:
    a, b, arguments = s.move()
    part = s.rng.choice(s.w.parts)
    d = (s.at(part, b) - s.at(part, a)) / s.at("total", a)
    if abs(d) > Fraction(95, 100):
        return None  # "120 points" would be those of an index
    return s.w.points_phrase(d), "contribution", {"of": part, "whole": "total", **arguments}, d


def _share_of_change(s: _Writer) -> Any:
    a, b, arguments = s.move()
    part = s.rng.choice(s.w.parts)
    whole = s.at("total", b) - s.at("total", a)
    if not whole or abs(r := (s.at(part, b) - s.at(part, a)) / whole) > 20:
        return None
    return s.w.percent(r) + " of the change", "share_of_change", {"of": part, "whole": "total", **arguments}, r


def _sum(s: _Writer) -> Any:
    p = s.any_period()
    if s.rng.random() < 0.5:
        return "", "sum", {"parts": s.w.parts, "total": "total", "in": p}, None
    return "", "sum", {"parts": s.w.parts[:-1], "total": "total", "in": p, "complete": False}, None


def _average(s: _Writer) -> Any:
    p = s.any_period()
    weights = [s.rng.randint(1, 9) for _ in s.w.parts]
    x = sum(w * s.at(n, p) for w, n in zip(weights, s.w.parts, strict=True)) / sum(weights)
    return "an average of " + s.w.level(x), "average", {"of": s.w.parts, "weights": weights, "in": p}, x


def _compare(s: _Writer) -> Any:
    p, a, b = s.any_period(), s.any_level(), s.any_level()
    x, y = s.at(a, p), s.at(b, p)
    if a == b:
        return None
    return (
        "",
        "compare",
        {"of": a, "than": b, "in": p, "is": "greater" if x > y else "less" if x < y else "equal"},
        None,
    )


def _direction(s: _Writer) -> Any:
    a, b, arguments = s.move()
    name = s.any_level()
    x, y = s.at(name, a), s.at(name, b)
    word = "unchanged" if abs(y / x - 1) <= Fraction(1, 200) else "up" if y > x else "down"
    return "", "direction", {"of": name, **arguments, "is": word}, None


def _extreme(s: _Writer) -> Any:
    ps = s.w.periods
    name, j = s.any_level(), s.rng.randrange(1, len(ps))
    i = s.rng.randrange(j)
    past, x = [s.at(name, p) for p in ps[i:j]], s.at(name, ps[j])
    word = "highest" if x >= max(past) else "lowest" if x <= min(past) else ""
    return ("", "extreme", {"of": name, "in": ps[j], "since": ps[i], "is": word}, None) if word else None


def _fraction(s: _Writer) -> Any:
    n = s.rng.randint(5, 400)
    k = s.rng.randint(0, n)
    name = f"firms_{mark(len(s.claims)).lower()}"
    s.counted = True
    s.w.known[name] = {}
    r = Fraction(k, n)
    style = s.rng.random()
    if style < 0.4:
        return f"{k}/{n} ({s.w.percent(r)})", "fraction", {"of": name, "out_of": f"all_{name}"}, r
    if style < 0.7:
        return f"{k} of {n} firms ({s.w.percent(r)})", "fraction", {"of": name, "out_of": f"all_{name}"}, r
    return s.w.percent(r) + " of firms", "fraction", {"of": name, "out_of": n}, r


def _count(s: _Writer) -> Any:
    n = s.rng.randint(2, 12)
    words = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    text = s.rng.choice((words[n - 2], str(n)))
    return (
        f"{text} " + s.rng.choice(("categories", "firms", "countries")),
        "count",
        {"items": [f"item {i}" for i in range(n)]},
        Fraction(n),
    )


def _assert(s: _Writer) -> Any:
    p, a, b = s.any_period(), s.any_level(), s.any_level()
    if a == b:
        return None
    x, y = s.at(a, p), s.at(b, p)
    left = f"{a}[{p}]"
    style = s.rng.random()
    if style < 0.3:
        bound = short(x * Fraction(9, 10), x / 2, x)
        return "", "assert", {"formula": f"{left} > {exact(bound)}"}, None
    if style < 0.5:
        return "", "assert", {"formula": f"{left} + 2 * {b}[{p}] = {s.w.level(x + 2 * y)}".replace("−", "-")}, x + 2 * y
    if style < 0.7:
        sign = ">" if x > y else "<=" if x <= y else "="
        return "", "assert", {"formula": f"{left} {sign} {b}[{p}]"}, None
    if style < 0.8:
        bound = short(x * y, x * y / 2, x * y)
        if bound > 10**14:
            return None
        return "", "assert", {"formula": f"{left} * {b}[{p}] > {decimal(bound)}"}, None, {}, True
    if not Fraction(1, 100) < x / y < 1000:
        return None
    return "", "assert", {"formula": f"{left} / {b}[{p}] = {s.w.digits(x / y, 2)}"}, x / y


MAKERS = (
    *(_value,) * 5, _signed_value, _rate_value, *(_growth,) * 5, _cagr, _cagr, _change, _change, *(_share,) * 3,
    _ratio, _multiple, _difference, _contribution, _share_of_change, _sum, _average, _compare, _direction, _extreme,
    _fraction, _count, _assert,
)  # fmt: skip
