"""Write true texts of many forms, plant slips in them, and count what `extract --check` tells of both.

    python benchmarks/extract_slips.py [TEXTS] [SEED]

Every number is rounded from a hidden value as writers round. A text in which something is found is printed: it is a
false alarm. Then one digit of a number is changed, or two are swapped, where no rounding makes the sentence true any
more, and the share of such slips that is told is printed for each form. Exits 1 where a true text is called wrong.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from itertools import pairwise, product
from math import floor, log10
from typing import TYPE_CHECKING, NamedTuple

from claimcheck import check_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

AMOUNTS = ("revenue", "net profit", "gross profit", "capital expenditure", "net debt", "rental income", "fee income")
COUNTS = ("employees", "passengers", "students", "visitors", "patients", "members", "flights", "job vacancies")
GOODS = ("wheat", "steel", "copper", "cement", "coal", "rice", "timber", "apples")
FIRMS = ("Alto", "Brio", "Cardin", "Delmar", "Ennis", "Fenwick", "Gracor", "Holt")
ASIDES = (
    "The board met eight times.",
    "Shares closed at $41.20 on 14 March.",
    "Interest rates were cut to 3.25%.",
    "About 34% of those asked had no view.",
    "The plant, opened in 1987, has five lines.",
    "Analysts had expected $4.1 billion.",
)
MULTIPLES = ((1e9, " billion"), (1e6, " million"), (1.0, ""))
OFTEN = 0.1  # a sentence has one of these behind it
TRIES = 20  # at a slip that no rounding makes true


class Slot(NamedTuple):
    """A printed number and what it may stand for."""

    text: str
    low: float
    high: float


class Relation(NamedTuple):
    """What some numbers make, and the number that says so."""

    makes: Callable[..., float]
    of: str
    told: str


class Form(NamedTuple):
    """Ways to say one thing of numbers that are named, and how these hang together."""

    texts: tuple[str, ...]
    slots: dict[str, Slot]
    relations: tuple[Relation, ...]


class Written(NamedTuple):
    """A sentence as it was chosen."""

    name: str
    template: str
    form: Form

    @property
    def text(self) -> str:
        """The sentence with its numbers."""
        return self.template.format(**{name: slot.text for name, slot in self.form.slots.items()})

    def is_possible(self) -> bool:
        """Whether values that the numbers are rounded from make all that is said."""
        slots = self.form.slots
        for makes, of, told in self.form.relations:
            made = [makes(*ends) for ends in product(*[(slots[name].low, slots[name].high) for name in of])]
            slack = 1e-9 * max(abs(slots[told].high), 1e-12)
            if max(made) < slots[told].low - slack or min(made) > slots[told].high + slack:
                return False
        return True


def rounded(value: float, step: float) -> tuple[int, float, float]:
    """Return how many steps a value is about, and what rounds to so many."""
    steps = floor(value / step + 0.5)
    return steps, (steps - 0.5) * step, (steps + 0.5) * step


def counted(number: int) -> Slot:
    """Return a number that is not rounded."""
    return Slot(f"{number:,}", number, number)


def plain(value: float, decimals: int, unit: str = "") -> Slot:
    """Return a number of so many decimals."""
    steps, low, high = rounded(value, 10.0**-decimals)
    return Slot(f"{steps / 10**decimals:,.{decimals}f}{unit}", low, high)


class Writer:
    """Draws hidden values, and prints them as writers do."""

    def __init__(self, rng: random.Random) -> None:
        self.rng, self.year = rng, rng.randint(2008, 2023)

    def amount(self) -> float:
        """Return money."""
        return 10 ** self.rng.uniform(6.3, 10.9)

    def change(self) -> float:
        """Return a relative change."""
        return self.rng.choice((1, 1, -1)) * self.rng.uniform(0.02, 0.45)

    def money(self, value: float, digits: int = 0) -> Slot:
        """Return money with two to four digits, or so many."""
        size, name = next(pair for pair in MULTIPLES if value >= pair[0])
        whole = floor(log10(value / size)) + 1
        decimals = max((digits or self.rng.choice((2, 3, 3, 4))) - whole, 0)
        steps, low, high = rounded(value, size * 10.0**-decimals)
        return Slot(f"${steps / 10**decimals:,.{decimals}f}{name}", low, high)

    def percent(self, share: float, decimals: int = -1) -> Slot:
        """Return a percentage of no or one decimal."""
        decimals = self.rng.choice((0, 1, 1)) if decimals < 0 else decimals
        steps, low, high = rounded(share * 100, 10.0**-decimals)
        word = self.rng.choice(("%", "%", " percent", " per cent"))
        return Slot(f"{steps / 10**decimals:.{decimals}f}{word}", low / 100, high / 100)

    def subject(self) -> tuple[str, str, Callable[[float], Slot], float]:
        """Return what a sentence is about, its "was" or "were", how its values are printed, and one of them."""
        kind = self.rng.random()
        if kind < 0.5:
            owner = self.rng.choice(("", "", f"{self.rng.choice(FIRMS)}'s "))
            name = f"{owner}{self.rng.choice(AMOUNTS)}"
            return name[0].upper() + name[1:], "was", self.money, self.amount()
        value = 10 ** self.rng.uniform(3.2, 5.9)
        if kind < 0.8:
            return f"The number of {self.rng.choice(COUNTS)}", "was", lambda v: counted(round(v)), value
        return f"Output of {self.rng.choice(GOODS)}", "was", lambda v: plain(v / 100, 1, " million tonnes"), value


def moves(w: Writer) -> Form:
    """Return a move with both its ends."""
    name, was, printed, value = w.subject()
    by, year = w.change(), w.year
    slots = {"a": printed(value), "b": printed(value * (1 + by)), "p": w.percent(abs(by))}
    verb, way, noun, more = ("rose", "up", "a rise", "more") if by > 0 else ("fell", "down", "a fall", "less")
    low = name if "'s" in name else name[0].lower() + name[1:]
    texts = (
        f"{name} {verb} {{p}} to {{b}} from {{a}}.",
        f"{name} {verb} by {{p}} to {{b}} in {year}, from {{a}} in {year - 1}.",
        f"{name} {verb} from {{a}} in {year - 1} to {{b}} in {year}, {noun} of {{p}}.",
        f"{name} {was} {{b}} in {year}, {way} {{p}} from {{a}} in {year - 1}.",
        f"{name} came to {{b}}, {way} {{p}} on the previous year's {{a}}.",
        f"{name} stood at {{b}}, {{p}} {more} than the {{a}} of {year - 1}.",
        f"{name} {was} {{b}} ({year - 1}: {{a}}), {noun} of {{p}}.",
        f"{name} {was} {{b}}, compared with {{a}} in {year - 1}, {way} {{p}}.",
        f"In the second quarter, {low} came to {{b}}, against {{a}} in the same period last year, {noun} of {{p}}.",
        f"In {year - 1}, {low} {was} {{a}}. In {year} it {verb} by {{p}} to {{b}}.",
        f"{name} {was} {{b}} in {year}. A year earlier it had been {{a}}, so that {low} {verb} by {{p}}.",
        f"{name} went from {{a}} in {year - 1} to {{b}} in {year}. That is {noun} of {{p}}.",
    )
    made: Callable[..., float] = (lambda a, b: b / a - 1) if by > 0 else (lambda a, b: 1 - b / a)
    return Form(texts, slots, (Relation(made, "ab", "p"),))


def points(w: Writer) -> Form:
    """Return a move of a rate."""
    rate, by = w.rng.uniform(8, 60), w.rng.choice((1, -1)) * w.rng.uniform(0.3, 4)
    slots = {"a": w.percent(rate / 100, 1), "b": w.percent((rate + by) / 100, 1), "p": plain(abs(by), 1)}
    verb, way, noun = ("rose", "up", "a rise") if by > 0 else ("fell", "down", "a fall")
    name = w.rng.choice(("The vacancy rate", "Market share", "Turnout", "The savings rate"))
    texts = (
        f"{name} {verb} {{p}} percentage points to {{b}} from {{a}}.",
        f"{name} went from {{a}} in {w.year - 1} to {{b}} in {w.year}, {noun} of {{p}} percentage points.",
        f"{name} was {{b}}, {way} {{p}} points from {{a}} a year earlier.",
    )
    sign = 100 if by > 0 else -100
    return Form(texts, slots, (Relation(lambda a, b: sign * (b - a), "ab", "p"),))


def shares(w: Writer) -> Form:
    """Return a part of a whole."""
    whole, share = w.amount(), w.rng.uniform(0.05, 0.8)
    slots = {"w": w.money(whole), "a": w.money(whole * share), "p": w.percent(share)}
    texts = (
        "Of total revenue of {w}, retail brought in {a}, or {p}.",
        "Total revenue was {w}, of which {a} ({p}) came from retail.",
        "Retail accounted for {a}, or {p}, of total revenue of {w}.",
        "Retail contributed {a} ({p}) of revenue of {w}.",
        "It made an operating profit of {a} on revenue of {w}, a margin of {p}.",
        "With revenue of {w} and operating profit of {a}, the operating margin was {p}.",
        "The fund manages {w}, of which {p}, or {a}, is in shares.",
        "The deficit was {a}, or {p} of gross domestic product of {w}.",
    )
    return Form(texts, slots, (Relation(lambda a, w: a / w, "aw", "p"),))


def counts(w: Writer) -> Form:
    """Return so many of so many."""
    whole = w.rng.randint(200, 30_000)
    part = w.rng.randint(whole // 20, whole - whole // 20)
    slots = {"w": counted(whole), "a": counted(part), "p": w.percent(part / whole)}
    texts = (
        "Of the {w} pupils, {a} ({p}) passed.",
        "A total of {a} of {w} pupils ({p}) passed.",
        "In all, {a} of the {w} pupils, or {p}, passed.",
    )
    return Form(texts, slots, (Relation(lambda a, w: a / w, "aw", "p"),))


def sums(w: Writer) -> Form:
    """Return a whole and its parts."""
    one, other = w.rng.randint(300, 90_000), w.rng.randint(300, 90_000)
    slots = {"w": counted(one + other), "a": counted(one), "b": counted(other)}
    texts = (
        "The college has {w} students: {a} undergraduates and {b} postgraduates.",
        "The survey reached {w} people, of whom {a} were women and {b} men.",
        "There were {a} births in the first half and {b} in the second, {w} for the year.",
    )
    return Form(texts, slots, (Relation(lambda a, b: a + b, "ab", "w"),))


def differences(w: Writer) -> Form:
    """Return what is left of one number after another one."""
    whole = w.amount()
    taken = whole * w.rng.uniform(0.3, 0.9)
    slots = {name: w.money(value, 4) for name, value in (("a", whole), ("b", taken), ("c", whole - taken))}
    texts = (
        "Exports came to {a} and imports to {b}, leaving a surplus of {c}.",
        "With income of {a} and spending of {b}, the charity had a surplus of {c}.",
    )
    return Form(texts, slots, (Relation(lambda a, b: a - b, "ab", "c"),))


def rates(w: Writer) -> Form:
    """Return a yearly rate between two sizes."""
    size, years, rate = w.amount(), w.rng.randint(2, 9), w.rng.uniform(0.02, 0.3)
    slots = {"a": w.money(size), "b": w.money(size * (1 + rate) ** years), "p": w.percent(rate, 1)}
    texts = (
        f"The market grew from {{a}} in {w.year - years} to {{b}} in {w.year}, a compound annual growth rate of {{p}}.",
        f"The market grew at a compound annual rate of {{p}} from {{a}} in {w.year - years} to {{b}} in {w.year}.",
        f"Trade rose from {{a}} in {w.year - years} to {{b}} in {w.year}, or {{p}} a year on average.",
    )
    return Form(texts, slots, (Relation(lambda a, b: (b / a) ** (1 / years) - 1, "ab", "p"),))


def quotients(w: Writer) -> Form:
    """Return an average, a density, a rate or a multiple."""
    number, each = w.rng.randint(2_000, 90_000), w.rng.uniform(12, 900)
    slots = {"a": counted(round(number * each)), "b": counted(number), "c": plain(each, 1)}
    texts = (
        "The island has {a} people on {b} square kilometres, or {c} per square kilometre.",
        "The fund paid out ${a} in {b} grants, an average of ${c} per grant.",
        "Farms took {a} tonnes from {b} hectares, an average yield of {c} tonnes per hectare.",
        "The order book was ${a}, {c} times operating profit of ${b}.",
    )
    return Form(texts, slots, (Relation(lambda a, b: a / b, "ab", "c"),))


def respective(w: Writer) -> Form:
    """Return two moves told respectively."""
    one, other = w.rng.sample(AMOUNTS, 2)
    values, changes = (w.amount(), w.amount()), (w.rng.uniform(0.02, 0.4), w.rng.uniform(0.02, 0.4))
    slots = {name: w.money(value) for name, value in zip("ab", values, strict=True)}
    slots |= {name: w.money(v * (1 + by)) for name, v, by in zip("cd", values, changes, strict=True)}
    slots |= {name: w.percent(by) for name, by in zip("pq", changes, strict=True)}
    name = f"{one[0].upper()}{one[1:]} and {other}"
    texts = (
        f"{name} were {{c}} and {{d}}, up {{p}} and {{q}} respectively from {{a}} and {{b}}.",
        f"{name} rose to {{c}} and {{d}} respectively, by {{p}} and {{q}}, from {{a}} and {{b}} in {w.year - 1}.",
    )
    return Form(
        texts, slots, (Relation(lambda a, c: c / a - 1, "ac", "p"), Relation(lambda b, d: d / b - 1, "bd", "q"))
    )


FORMS = (moves, moves, moves, points, shares, counts, sums, differences, rates, quotients, respective)


def written(rng: random.Random) -> list[Written]:
    """Return the sentences of one text, no two of one thing."""
    writer, made, told = Writer(rng), [], set()
    for _ in range(rng.randint(6, 12)):
        draw = rng.choice(FORMS)
        form = draw(writer)
        one = Written(draw.__name__, rng.choice(form.texts), form)
        named = {thing for thing in (*AMOUNTS, *COUNTS, *GOODS, "market", "trade", "rate") if thing in one.text.lower()}
        if one.is_possible() and not named & told and (draw is moves or draw not in told):
            told |= {*named, draw}
            made.append(one)
    return made


def shown(sentences: Sequence[str], asides: Sequence[str]) -> str:
    """Return a text in paragraphs, each sentence with one of other numbers behind it, or with none."""
    lines = [f"{sentence} {aside}".strip() for sentence, aside in zip(sentences, asides, strict=True)]
    return "\n\n".join(" ".join(lines[at : at + 3]) for at in range(0, len(lines), 3)) + "\n"


def slips(slot: Slot, rng: random.Random) -> Iterator[Slot]:
    """Yield a number with one digit changed, or two swapped, again and again."""
    places = [place for place, sign in enumerate(slot.text) if sign.isdigit()]
    value = float(re.sub(r"[^\d.]", "", slot.text))
    while True:
        signs = list(slot.text)
        swap = [pair for pair in pairwise(places) if signs[pair[0]] != signs[pair[1]] and signs[pair[1]] != "0"]
        if swap and rng.random() < 0.4:
            one, other = rng.choice(swap)
            signs[one], signs[other] = signs[other], signs[one]
        else:
            place = rng.choice(places)
            signs[place] = rng.choice([digit for digit in "123456789" if digit != signs[place]])
        text = "".join(signs)
        by = (float(re.sub(r"[^\d.]", "", text)) / value - 1) * (slot.low + slot.high) / 2 if value else 0.0
        yield Slot(text, slot.low + by, slot.high + by)


def spoiled(sentences: Sequence[Written], rng: random.Random) -> tuple[int, Written] | None:
    """Return a sentence with a slip that no rounding makes true, and its place."""
    at = rng.randrange(len(sentences))
    one = sentences[at]
    place = rng.choice(sorted({name for relation in one.form.relations for name in (*relation.of, relation.told)}))
    for _, slip in zip(range(TRIES), slips(one.form.slots[place], rng), strict=False):
        changed = one._replace(form=one.form._replace(slots={**one.form.slots, place: slip}))
        if not changed.is_possible():
            return at, changed
    return None


def main() -> int:
    """Run it and return the exit code."""
    number, seed = (int(given) for given in (*sys.argv[1:], *("300", "1")[len(sys.argv) - 1 :]))
    rng = random.Random(seed)
    alarms, told, planted = 0, Counter[str](), Counter[str]()
    for _ in range(number):
        sentences = written(rng)
        lines = [one.text for one in sentences]
        asides = [rng.choice(ASIDES) if rng.random() < OFTEN else "" for _ in lines]
        text = shown(lines, asides)
        found = check_text(text, name="true.md").findings
        if found:
            alarms += 1
            print("\n".join(finding.message for finding in found), text, sep="\n")
            continue
        if slip := spoiled(sentences, rng):
            at, changed = slip
            planted[changed.name] += 1
            lines[at] = changed.text
            told[changed.name] += bool(check_text(shown(lines, asides), name="false.md").findings)
    for name, of in sorted(planted.items()):
        print(f"{name}: {told[name]} of {of} slips told")
    share = 100 * told.total() / max(planted.total(), 1)
    print(
        f"{number} true texts, {alarms} of them alarmed; {told.total()} of {planted.total()} slips told ({share:.0f}%)"
    )
    return int(alarms > 0)


if __name__ == "__main__":
    sys.exit(main())
