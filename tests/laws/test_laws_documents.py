"""The law of the tool: what is rounded from true values is never called wrong, and what is called wrong cannot be true.

The suite draws a fixed slice of documents; `CLAIMCHECK_DOCUMENTS=20000 pytest tests/laws` runs a campaign.
"""

from __future__ import annotations

import os
import re
from random import Random

import pytest

from claimcheck.app.compile import compile_sheet
from claimcheck.app.verify import verify_bytes
from claimcheck.findings import Severity
from claimcheck.verdicts import Verdict
from support_documents import mark, render, world
from support_planted import complaints, plant

COUNT = int(os.environ.get("CLAIMCHECK_DOCUMENTS", "64"))
FIRST = int(os.environ.get("CLAIMCHECK_FIRST_SEED", "0"))
SLICES = [range(FIRST + start, FIRST + COUNT, 8) for start in range(8)]


def seeded(seed):
    return Random(seed)  # noqa: S311  documents are drawn to be drawn again


def verified(spec, shift=0):
    sheet, text = render(spec, shift)
    return verify_bytes("claims.yaml", sheet.encode(), {"text.md": text.encode()})


def assert_alike(before, after, seed, renamed=str):
    """Hold the verdicts of two reports against each other; what is only enclosed may be enclosed otherwise."""
    assert len(conflicts(before)) == len(conflicts(after)), seed
    for claim in before.claims:
        one, other = before.results[claim.id], after.results[renamed(claim.id)]
        if (one.exact and other.exact) or "contradicted" in (one.verdict, other.verdict):
            assert one.verdict == other.verdict, f"seed {seed}, {claim.id}"


def conflicts(report):
    return {frozenset(conflict.claims) for conflict in report.conflicts if not conflict.narrow}


@pytest.mark.parametrize("seeds", SLICES, ids=lambda seeds: f"from-{seeds.start}")
def test_a_document_rounded_from_true_values_is_never_found_wrong(seeds):
    for seed in seeds:
        spec = world(seeded(seed))
        report = verified(spec)
        allowed = {"contradiction-if-exact"} | ({"undecided"} if any(said.nonlinear for said in spec.claims) else set())
        wrong = [f for f in report.findings if f.severity >= Severity.WARNING and f.name not in allowed]
        assert not wrong, f"seed {seed}: {wrong[0].message}"
        for said in spec.claims:
            if said.truth is None:
                continue
            result = report.results[said.id]
            where = f"seed {seed}, {said.id}, {said.phrase!r}"
            assert result.stated is None or result.stated.contains(said.truth), f"{where} is misread"
            assert result.recomputed is None or result.recomputed.contains(said.truth), f"{where} is recomputed wrong"


@pytest.mark.parametrize("seeds", SLICES, ids=lambda seeds: f"from-{seeds.start}")
def test_a_planted_error_is_told_of_exactly_where_an_oracle_agrees(seeds):
    for seed in seeds:
        rng = seeded(seed)
        made = plant(world(rng, rng.randint(3, 14)), rng)
        if made is None:
            continue
        spec, name = made
        report = verified(spec)
        if report.sheet is None:
            continue  # the edit left a number that is refused: "1,2345"
        found = complaints(report, compile_sheet(report.sheet), name)
        assert not found, f"seed {seed}: {found}"


def drawn(seed):
    """A document with a planted error where one is at hand, so that verdicts of all sorts occur."""
    rng = seeded(1_000_000 + seed)
    spec = world(rng, rng.randint(4, 14))
    made = plant(spec, rng)
    return rng, made[0] if made and verified(made[0]).sheet else spec


CHANGED = range(FIRST, FIRST + max(12, COUNT // 4))


def test_the_order_of_claims_does_not_change_whether_claims_clash():
    for seed in CHANGED:
        rng, spec = drawn(seed)
        shuffled = list(spec.claims)
        rng.shuffle(shuffled)
        before, after = verified(spec), verified(spec._replace(claims=tuple(shuffled)))
        assert bool(conflicts(before)) == bool(conflicts(after)), seed
        if not conflicts(before):
            assert_alike(before, after, seed)


def _renamed(line, names):
    """Return a line of a sheet with other names for quantities; keys and kinds stay."""
    key, colon, value = line.partition(":")
    for number, name in enumerate(names):
        key = re.sub(rf"^(  ){name}$", rf"\1x{number}_", key)
        value = re.sub(rf"\b{name}\b", f"x{number}_", value)
    return key + colon + value


def test_names_of_claims_and_quantities_mean_nothing():
    for seed in CHANGED:
        _, spec = drawn(seed)
        sheet, text = render(spec)
        names = sorted({*spec.quantities, *("total", "rate")}, key=len, reverse=True)
        renamed = "\n".join(
            line if line.strip().startswith(("quote", "prefix", "items")) else _renamed(line, names)
            for line in sheet.split("\n")
        )
        renamed = renamed.replace('id: "c', 'id: "k-')
        before = verified(spec)
        after = verify_bytes("claims.yaml", renamed.encode(), {"text.md": text.encode()})
        assert_alike(before, after, seed, lambda name: f"k-{name[1:]}")


def test_a_claim_about_something_else_changes_nothing():
    for seed in CHANGED:
        _, spec = drawn(seed)
        other = spec.claims[0]._replace(
            id="other",
            mark=mark(999),
            phrase="1.5«6»",
            kind="value",
            arguments={"of": "elsewhere", "in": "1999"},
            extra={},
        )
        before, after = verified(spec), verified(spec._replace(claims=(*spec.claims, other)))
        assert_alike(before, after, seed)
        assert after.results["other"].verdict is Verdict.UNCHECKED, seed
        assert conflicts(before) == conflicts(after), seed


def test_levels_a_thousand_times_as_large_change_nothing():
    for seed in CHANGED:
        _, spec = drawn(seed)
        if not spec.scalable or any(said.kind == "assert" or ("«0»" in said.phrase) for said in spec.claims):
            continue  # bare numbers are read otherwise than thousands; a constant in a formula does not scale
        assert_alike(verified(spec), verified(spec, shift=3), seed)


def test_a_claim_said_twice_makes_no_contradiction():
    for seed in CHANGED:
        rng = seeded(2_000_000 + seed)
        spec = world(rng, rng.randint(3, 12))
        twice = [said._replace(id=f"again-{said.id}", mark=mark(500 + i)) for i, said in enumerate(spec.claims)]
        assert not conflicts(verified(spec._replace(claims=(*spec.claims, *twice)))), seed


def test_a_conflict_goes_when_one_of_its_claims_goes():
    met = 0
    for seed in CHANGED:
        _, spec = drawn(seed)
        for conflict in conflicts(verified(spec)):
            for name in sorted(conflict & {said.id for said in spec.claims}):
                met += 1
                rest = tuple(said for said in spec.claims if said.id != name)
                if rest:
                    assert conflict not in conflicts(verified(spec._replace(claims=rest))), seed
    assert met >= 3


def test_an_extreme_is_recomputed_against_the_same_period_in_whatever_order_the_claims_stand():
    levels = [("2011", "5.1"), ("2012", "4.9"), ("2013", "4.2")]
    lowest = "  - id: low\n    extreme:\n      of: rate\n      in: 2014\n      since: 2011\n      is: lowest\n"
    claims = [
        f"  - id: y{year}\n    value:\n      of: rate\n      in: {year}\n      is: {level} tonnes\n"
        for year, level in levels
    ]
    ranges = set()
    for order in (claims, claims[::-1], [claims[1], claims[2], claims[0]]):
        report = verify_bytes("claims.yaml", ("claims:\n" + "".join(order) + lowest).encode(), {})
        ranges.add(report.results["low"].recomputed)
    assert len(ranges) == 1
