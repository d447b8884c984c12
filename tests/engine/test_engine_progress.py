from __future__ import annotations

import claimcheck
from claimcheck.engine import assess, big, check, look, ranges, solve
from support_components import draw, seeded, series_by_years


def told_of(system, **more):
    told = []
    found = check(system, progress=lambda done, total: told.append((done, total)), **more)
    return told, found


def test_progress_is_told_after_each_component_and_changes_nothing():
    system = draw(seeded(3), 20, 0.5).system
    told, found = told_of(system)
    assert found == check(system)
    assert told[-1] == (len(system.constraints), len(system.constraints))
    assert told == sorted(told)


def test_within_a_large_component_it_is_told_of_the_search_and_of_each_claim(monkeypatch):
    monkeypatch.setattr(look, "MANY", 0)
    monkeypatch.setattr(solve, "LARGE", 0)
    monkeypatch.setattr(big, "available", lambda: False)
    monkeypatch.setattr(solve.Solver, "_mended", lambda *_: None)
    system = series_by_years(seeded(2), 12, 12)
    total = len(system.constraints)
    told, found = told_of(system, recompute=False)
    assert found.unaided
    assert told == sorted(told)
    shares = {done for done, _ in told}
    assert len([done for done in shares if 0 < done < total // 2]) > 3
    assert len([done for done in shares if total // 2 < done < total]) > total // 3


def test_a_small_component_is_not_told_of_in_parts(monkeypatch):
    monkeypatch.setattr(assess, "_TOLD", 1000)
    told, _ = told_of(series_by_years(seeded(2), 8, 6))
    assert len(told) == len(set(told))


def test_a_program_is_told_too():
    told = []
    sheet = "claims:\n  - {id: a, value: {of: x, is: 5}}\n  - {id: b, value: {of: y, is: 6}}\n"
    claimcheck.verify_text(sheet, progress=lambda *pair: told.append(pair))
    assert told == [(1, 2), (2, 2)]


def test_a_claim_among_thousands_is_recomputed_among_the_columns_of_those_nearest(monkeypatch):
    sizes = []
    made = ranges.Ranges.__init__

    def noted(self, rows, size, *rest, **more):
        sizes.append(size)
        made(self, rows, size, *rest, **more)

    monkeypatch.setattr(ranges.Ranges, "__init__", noted)
    system = series_by_years(seeded(3), 8, 12)
    check(system)
    assert len(system.constraints) > 250
    assert max(sizes) < 60


def test_tight_ranges_are_had_however_large_a_sheet_is():
    lines = [f"  - {{id: c{n}, value: {{of: s, in: {n}, is: {100 + n}}}}}\n" for n in range(1500, 1650)]
    lines += [f"  - {{id: g{n}, growth: {{of: s, from: {n}, to: {n + 1}, is: 0%}}}}\n" for n in range(1500, 1649)]
    results = [claimcheck.verify_text("claims:\n" + "".join(lines), exact=exact).results for exact in (False, True)]
    assert [any(result.exact for result in found.values()) for found in results] == [False, True]
