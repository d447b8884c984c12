"""How much work a sum of many parts is: what it costs is counted, in columns, steps and comparisons."""

from __future__ import annotations

import json

import pytest

from claimcheck.engine.onward import Onward
from claimcheck.engine.program import Program
from claimcheck.engine.ranges import LONG_WALKS, Ranges
from claimcheck.sheet import load, quantities
from claimcheck.sheet.load import load_sheet


def a_sum(parts: int, total: int) -> str:
    names = ", ".join(f"r{i}" for i in range(parts))
    printed = "".join(f"  - {{id: b{i}, value: {{of: r{i}, is: 1.0}}}}\n" for i in range(parts))
    return f"quantities:\n  q: {{parts: [{names}]}}\nclaims:\n  - {{id: a, value: {{of: q, is: {total}.0}}}}\n{printed}"


def counted(monkeypatch: pytest.MonkeyPatch, owner: object, name: str) -> list[tuple[object, ...]]:
    """Return the list to which each call of a function is added with what it is given."""
    calls, before = list[tuple[object, ...]](), getattr(owner, name)

    def called(*given: object, **named: object) -> object:
        calls.append(given)
        return before(*given, **named)

    monkeypatch.setattr(owner, name, called)
    return calls


def test_a_part_of_many_is_recomputed_among_few_columns(claimcheck, sheet, monkeypatch) -> None:
    made = counted(monkeypatch, Ranges, "__init__")
    ran = claimcheck("verify", sheet(a_sum(300, 300)))
    assert ran.code == 0
    assert len(made) > 300
    assert max(size for _, _, size, *_ in made) < 100  # type: ignore[type-var,operator]


def test_the_claims_of_a_long_conflict_are_recomputed_from_one_program(claimcheck, sheet, monkeypatch) -> None:
    added = counted(monkeypatch, Program, "add")
    ran = claimcheck("verify", sheet(a_sum(50, 300)))
    assert ran.code == 1
    assert "47.5 to 52.5" in ran.out
    assert len(added) < 10 * 50


def nested(depth: int) -> str:
    lines = "".join(f"  q{i}: {{parts: [q{i + 1}, r{i}]}}\n" for i in range(depth))
    return f"quantities:\n{lines}claims:\n  - {{id: a, value: {{of: q0, is: 100}}}}\n"


def test_wholes_of_wholes_are_searched_for_circles_and_misspellings_in_proportion(monkeypatch) -> None:
    ways = counted(monkeypatch, quantities, "_path_back")
    compared = counted(monkeypatch, load, "misspelt")
    found, findings = load_sheet("claims.yaml", nested(3_000).encode())
    assert found is not None
    assert not any(finding.is_unread for finding in findings)
    assert (len(ways), len(compared)) == (0, 0)


@pytest.mark.parametrize("before", [0, 2_000])
def test_one_long_circle_is_told_once_and_whole(claimcheck, sheet: object, before: int) -> None:
    lines = nested(before + 50).replace("parts: [q1, r0]", "parts: [q1]")
    lines = lines.replace(f"q{before + 50}, r{before + 49}", f"q{before}, r")
    ran = claimcheck("verify", sheet(lines))
    assert ran.code == 2
    assert ran.out.count("CC019") == 1
    assert f"q{before} is a part of itself: q{before} → q{before + 1} →" in ran.out


def test_rates_of_a_hundred_years_between_two_levels_are_recomputed_without_walking_to_all_ends(
    claimcheck, sheet, monkeypatch
) -> None:
    walked = counted(monkeypatch, Onward, "_exchange")
    rates = "".join(f"  - {{id: g{i}, growth: {{of: x, in: {1901 + i}, is: 0.10%}}}}\n" for i in range(100))
    levels = "  - {id: v, value: {of: x, in: 1900, is: 100.0}}\n  - {id: z, value: {of: x, in: 2000, is: 110.5}}\n"
    ran = claimcheck("verify", sheet(f"claims:\n{levels}{rates}"), "--format", "json")
    assert ran.code == 0
    ranges = {claim["id"]: claim["recomputed"] for claim in json.loads(ran.out)["claims"]}
    assert (ranges["g0"]["exact"], ranges["g99"]["exact"]) == (True, False)
    assert -0.0051 < float(ranges["g99"]["low"]) <= float(ranges["g0"]["low"])  # each year is like any other
    assert float(ranges["g0"]["high"]) <= float(ranges["g99"]["high"]) < 0.0069
    assert len(walked) < 2 * LONG_WALKS
