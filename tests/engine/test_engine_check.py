from __future__ import annotations

from fractions import Fraction

import pytest

from claimcheck.engine import check
from claimcheck.engine.system import Constraint, System
from claimcheck.kinds.statement import Quantity, Statement
from claimcheck.quantity.interval import Interval
from claimcheck.verdicts import Verdict
from support_certificate import accepts, satisfied
from support_components import claim, draw, growth, level, parts, seeded, single

F = Fraction
A, B, C, D = (Quantity(name) for name in "abcd")


def assessed(*constraints, **more):
    return check(System(constraints, **more))


def verdicts(assessment):
    return {result.claim: result.verdict for result in assessment.results}


def five_years(interval):
    """A growth rate a year from the ratio over five years, rounded outward."""

    def root(value, up):
        if value is None:
            return None
        return F(int(float(value) ** 0.2 * 10**9) + up, 10**9) - 1

    return Interval(root(interval.low, 0), root(interval.high, 1))


def cagr_against_growth():
    rate = Interval(F("0.345"), F("0.355"))
    years = Statement(single((B, 1)), single((A, 1)), Interval(F("1.345") ** 5, F("1.355") ** 5))
    cagr = Constraint("cagr", ((years,),), stated=rate, printed=F("0.35"), half_unit=F("0.005"), restate=five_years)
    return cagr, growth("growth", B, A, "1.995", "2.005", printed=F(2), half_unit=F("0.005"))


def test_a_rate_a_year_is_set_against_the_growth_over_all_years():
    found = assessed(*cagr_against_growth())
    (conflict,) = found.conflicts
    assert conflict.claims == ("cagr", "growth")
    cagr, _ = found.results
    assert float(cagr.recomputed.low) == pytest.approx(0.245315, abs=1e-6)
    assert float(cagr.recomputed.high) == pytest.approx(0.246146, abs=1e-6)
    assert float(cagr.slack) == pytest.approx(-19.8, abs=0.05)
    needs = {repair.claim: repair.needs for repair in conflict.repairs}
    assert float(needs["growth"].low) == pytest.approx(3.4015, abs=2e-4)
    assert float(needs["growth"].high) == pytest.approx(3.5676, abs=2e-4)
    assert all(repair.cures for repair in conflict.repairs)


def test_a_chain_takes_one_quantity_as_1_where_no_level_is_printed():
    (conflict,) = assessed(*cagr_against_growth()).conflicts
    assert conflict.unit_quantity == A
    first, last = conflict.steps
    assert (first.claim, last.claim) == ("cagr", "growth")
    assert last.before == first.interval
    assert not last.before.meets(last.interval)


def test_a_claim_that_nothing_touches_is_unchecked():
    found = assessed(level("one", A, 755, 765), growth("two", C, B, "0.42", "0.44"))
    assert verdicts(found) == {"one": Verdict.UNCHECKED, "two": Verdict.UNCHECKED}
    assert not found.conflicts
    assert F(755) <= found.witness[A] <= F(765)


def test_a_negative_level_of_a_positive_quantity_contradicts_itself():
    found = assessed(level("loss", A, -5, -4))
    assert found.conflicts[0].claims == ("loss",)
    assert not check(System((level("loss", A, -5, -4),), signed=frozenset({A}))).conflicts


def test_verdicts_follow_the_table():
    total = parts("parts", C, A, B)
    half = F(1, 2)
    found = assessed(
        total,
        level("a", A, "9.9", "10.1", printed=F(10), half_unit=F(1, 10)),
        level("b", B, "19.9", "20.1", printed=F(20), half_unit=F(1, 10)),
        level("wide", C, 25, 35, printed=F(30), half_unit=F(5)),
        claim("off", single((C, 1)), None, Interval(F("30.1"), F("31.1")), printed=F("30.6"), half_unit=half),
    )
    assert verdicts(found) == {
        "parts": Verdict.CONSISTENT,
        "a": Verdict.CONSISTENT,
        "b": Verdict.CONSISTENT,
        "wide": Verdict.CONFIRMED,
        "off": Verdict.ROUNDING,
    }
    off = found.results[-1]
    assert off.recomputed == Interval(F("29.8"), F("30.2"))
    assert off.slack == F(1, 5)
    assert set(off.bearing) == {"parts", "a", "b"}


def test_open_ends_that_touch_are_a_contradiction_and_closed_ones_are_not():
    below = claim("below", single((A, 1)), None, Interval(None, F(5), high_open=True))
    above = claim("above", single((A, 1)), None, Interval(F(5), None))
    assert len(assessed(below, above).conflicts) == 1
    closed = below._replace(readings=((below.readings[0][0]._replace(interval=Interval(None, F(5))),),))
    assert not assessed(closed, above).conflicts


def test_a_recomputed_end_is_open_where_it_is_only_approached():
    ratio = claim("ratio", single((B, 1)), single((A, 1)), Interval(F(2), F(3), low_open=True))
    found = assessed(ratio, level("a", A, 10), level("b", B, 25))
    assert found.results[2].recomputed == Interval(F(20), F(30), low_open=True)


def test_rates_alone_contradict_each_other_without_any_level():
    found = assessed(growth("up", B, A, "0.1", "0.2"), growth("more", C, B, "0.1", "0.2"), growth("down", C, A, -1, 0))
    assert set(found.conflicts[0].claims) == {"up", "more", "down"}


def test_structure_stays_out_of_a_conflict_that_can_do_without_it():
    found = assessed(parts("parts", C, A, B), level("c", C, 10), level("a", A, 12), level("a-too", A, 13))
    assert found.conflicts[0].claims == ("a", "a-too")


def test_a_denominator_of_unknown_sign_is_refuted_on_both_sides():
    # (b - a) / (d - c) = 2, b - a = 1, d - c = -1: the sign of d - c must be told apart
    change = claim("share", single((B, 1), (A, -1)), single((D, 1), (C, -1)), Interval.point(F(2)))
    found = assessed(
        change,
        claim("ba", single((B, 1), (A, -1)), None, Interval.point(F(1))),
        claim("dc", single((D, 1), (C, -1)), None, Interval.point(F(-1))),
    )
    (conflict,) = found.conflicts
    assert {choice[2] for branch in conflict.certificate for choice in branch.choices} == {1, -1}
    assert accepts(conflict, {c.id: c for c in (change, *_pair_of_changes())})


def _pair_of_changes():
    return (
        claim("ba", single((B, 1), (A, -1)), None, Interval.point(F(1))),
        claim("dc", single((D, 1), (C, -1)), None, Interval.point(F(-1))),
    )


def test_a_share_of_a_whole_number_must_be_a_fraction_of_it():
    firms = level("firms", B, 41)
    whole = frozenset({A, B})
    share = claim("share", single((A, 1)), single((B, 1)), Interval(F("0.375"), F("0.385")))
    assert check(System((share, firms), whole=whole)).conflicts  # 15/41 is 36.6%, 16/41 is 39.0%
    fits = claim("share", single((A, 1)), single((B, 1)), Interval(F("0.365"), F("0.375")))
    found = check(System((fits, firms), whole=whole))
    assert not found.conflicts
    assert found.witness == {A: 15, B: 41}


def test_a_claim_with_readings_holds_when_one_of_them_does():
    by, to = (Statement(single((A, 1)), None, Interval.point(F(n))) for n in (5, 15))
    either = Constraint("either", ((by,), (to,)))
    found = assessed(either, level("a", A, 14, 16))
    assert not found.conflicts
    assert found.refuted_readings == (("either", 0),)
    (conflict,) = assessed(either, level("a", A, 7, 8)).conflicts
    assert len(conflict.certificate) == 2


def test_trailing_zeros_are_read_narrowly_only_where_the_wide_reading_finds_nothing():
    tight = ((Statement(single((A, 1)), None, Interval(F("759.5"), F("760.5"))),),)
    wide = level("wide", A, 755, 765, narrow=tight)
    found = assessed(wide, level("b", A, 757, 758))
    (conflict,) = found.conflicts
    assert conflict.narrow
    assert verdicts(found)["wide"] is not Verdict.CONTRADICTED
    assert not check(System((wide, level("b", A, 757, 758))), narrow=False).conflicts
    assert not assessed(wide, level("b", A, 770), level("c", A, 757, 758)).conflicts[0].narrow


@pytest.mark.parametrize("seed", range(30))
def test_every_conflict_has_a_certificate_and_every_rest_a_witness(seed):
    rng = seeded(seed)
    drawn = draw(rng, rng.choice((3, 6, 12, 20)), rng.choice((0, 0.3, 1)), rng.choice((0, 1, 2)))
    found = check(drawn.system, recompute=False, explain=False)
    claims = {c.id: c for c in drawn.system.constraints}
    assert drawn.planted or not found.conflicts
    assert all(accepts(conflict, claims) for conflict in found.conflicts)
    blamed = {name for conflict in found.conflicts for name in conflict.claims}
    assert all(satisfied(c, found.witness) for name, c in claims.items() if name not in blamed)
