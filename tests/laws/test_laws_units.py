"""Law: what is true in one unit is true in any, so that no choice of units makes a document contradict itself."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest

from claimcheck.app.verify import verify_bytes

MASS = {"kg": Fraction(1), "tonnes": Fraction(1000), "g": Fraction(1, 1000), "lb": Fraction("0.45359237")}
AREA = {
    "hectares": ("hectare", Fraction(1)),
    "km²": ("km²", Fraction(100)),
    "acres": ("acre", Fraction("0.40468564224")),
}
SHEETS = 50


class Drawn:
    """True weights and an area, and claims that print them rounded, each in a unit of its own."""

    def __init__(self, seed: int) -> None:
        self.draw = random.Random(seed)  # noqa: S311  drawn for tests, not for secrets
        self.claims: list[str] = []
        self.north = {year: self.between(300, 9000) for year in (2014, 2015)}
        self.south = {year: self.between(300, 9000) for year in (2014, 2015)}
        self.all = {year: self.north[year] + self.south[year] for year in (2014, 2015)}
        self.land = self.between(10, 90)

    def between(self, low: int, high: int) -> Fraction:
        return Fraction(self.draw.randint(low * 1000, high * 1000), 1000)

    def add(self, kind: str, **arguments: object) -> None:
        inner = ", ".join(f"{key.rstrip('_')}: {value}" for key, value in arguments.items())
        self.claims.append(f"- {{id: c{len(self.claims)}, {kind}: {{{inner}}}}}")

    def mass(self, value: Fraction) -> str:
        unit = self.draw.choice(list(MASS))
        return f"'{float(value / MASS[unit]):.{self.draw.choice((2, 3))}f} {unit}'"

    def sheet(self) -> str:
        every = {"north": self.north, "south": self.south, "all": self.all}
        for name, values in every.items():
            for year, value in values.items():
                if self.draw.random() < 0.7:
                    self.add("value", of=name, in_=year, is_=self.mass(value))
            change = values[2015] - values[2014]
            verb = "up" if change > 0 else "down"
            self.add("growth", of=name, in_=2015, is_=f"{verb} {float(abs(change) / values[2014] * 100):.1f}%")
            self.add("change", of=name, in_=2015, is_=f"{verb} {self.mass(abs(change))[1:-1]}")
            unit, (per, worth) = self.draw.choice(list(AREA.items()))
            weight = self.draw.choice(list(MASS))
            rate = values[2015] / MASS[weight] / (self.land / worth)
            self.add("ratio", of=name, per="land", in_=2015, is_=f"'{float(rate):.4f} {weight} per {per}'")
            if self.draw.random() < 0.5:
                self.add("value", of="land", in_=2015, is_=f"'{float(self.land / worth):.3f} {unit}'")
        for year in (2014, 2015):
            self.add("sum", parts="[north, south]", total="all", in_=year)
        self.add(
            "share", of="north", whole="all", in_=2015, is_=f"{float(self.north[2015] / self.all[2015] * 100):.1f}%"
        )
        self.add("average", of="[north, south]", in_=2015, is_=self.mass(self.all[2015] / 2))
        greater = "greater" if self.north[2015] > self.south[2015] else "less"
        self.add("compare", of="north", than="south", in_=2015, is_=greater)
        declared = self.draw.choice(["", "quantities: {all: {unit: tonnes}}\n", "quantities: {south: {unit: kg}}\n"])
        self.draw.shuffle(self.claims)
        return f"{declared}claims:\n" + "\n".join(self.claims) + "\n"


@pytest.mark.parametrize("seed", range(SHEETS))
def test_no_choice_of_units_makes_a_contradiction(seed):
    sheet = Drawn(seed).sheet()
    report = verify_bytes("claims.yaml", sheet.encode(), {})
    assert [(finding.code, finding.message) for finding in report.findings if finding.code != "CC306"] == [], sheet


@pytest.mark.parametrize("seed", range(20))
def test_a_wrong_total_is_found_in_any_unit(seed):
    drawn = Drawn(seed)
    for name, value in (("north", drawn.north), ("south", drawn.south), ("all", drawn.all)):
        wrong = Fraction(11, 10) if name == "all" else 1
        drawn.add("value", of=name, in_=2015, is_=drawn.mass(value[2015] * wrong))
    drawn.add("sum", parts="[north, south]", total="all", in_=2015)
    report = verify_bytes("claims.yaml", ("claims:\n" + "\n".join(drawn.claims) + "\n").encode(), {})
    assert [finding.code for finding in report.findings] == ["CC201"]
