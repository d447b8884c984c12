from __future__ import annotations

from fractions import Fraction

import pytest

from claimcheck.quantity.written import interval, read, slips


def named(text: str, name: str) -> set[Fraction]:
    """Return the values that slips of one name give."""
    return {slipped.value for found, slipped in slips(read(text)) if found == name}


def test_one_digit_and_two_neighbours_may_have_slipped() -> None:
    assert Fraction("42.59") * 10**12 in named("24.59 trillion", "swapped")
    assert named("24.59 trillion", "swapped") == {Fraction(n) * 10**12 for n in ("42.59", "25.49", "24.95")}
    assert Fraction("25.59") * 10**12 in named("24.59 trillion", "digit")
    assert len(named("24.59 trillion", "digit")) == 8 + 9 * 3, "no leading zero"


def test_the_digits_of_a_slip_are_of_the_script_of_the_number() -> None:
    found = {slipped.text for name, slipped in slips(read("٣٫٥ مليون")) if name in ("digit", "swapped")}
    assert {"٥٫٣ مليون", "٤٫٥ مليون", "٣٫٠ مليون"} <= found
    assert len(found) == 1 + 9 + 9


def test_signs_powers_magnitudes_points_and_prepositions_may_have_slipped() -> None:
    assert named("-0.3%", "sign") == {Fraction(3, 1000)}
    fell = next(slipped for name, slipped in slips(read("fell by 2%")) if name == "sign")
    assert (fell.value, fell.direction) == (Fraction(1, 50), "up")
    assert Fraction(245900) * 10**8 not in named("24.59 trillion", "power of ten")
    assert Fraction("2.459") * 10**12 in named("24.59 trillion", "power of ten")
    assert Fraction("24.59") * 10**9 in named("24.59 trillion", "magnitude")
    assert [s.unit.family for name, s in slips(read("8%")) if name == "points"] == ["points"]
    assert [s.unit.family for name, s in slips(read("8 pp")) if name == "points"] == ["percent"]
    assert [s.by_to for name, s in slips(read("rose by 8%")) if name == "by for to"] == ["to"]


@pytest.mark.parametrize(
    "text",
    ["24.59 trillion", "43%", "doubled", "20-25%", "41 firms", "half", "7600亿元", "1,234,567", "٣٫٥ مليون", "４３％"],
)
def test_slips_are_few_and_differ_from_what_is_printed(text: str) -> None:
    written = read(text)
    found = list(slips(written))
    assert 0 < len(found) < 200
    assert all(slipped != written for _, slipped in found)
    assert all(not interval(slipped).is_empty for _, slipped in found)


READ_BACK = (
    "fell by about 20.70%", "760 billion", "41 firms", "40 firms", "about 41 firms", "1.5 million firms",
    "321 doctors per 100,000 people", "exactly 40", "200,000", "0.04", "-7%", "(7%)",
)  # fmt: skip


@pytest.mark.parametrize("text", READ_BACK)
def test_a_slipped_number_reads_back_from_its_own_text(text: str) -> None:
    for name, slipped in slips(read(text)):
        if name in ("digit", "swapped"):
            again = read(slipped.text)
            assert (again.value, again.digits, again.zeros) == (slipped.value, slipped.digits, slipped.zeros)
            assert interval(again) == interval(slipped)


@pytest.mark.parametrize("text", ["5.2 ± 0.3", "20-25%", "-5% to -3%", "41 firms", "0.04", "(7%)"])
def test_a_sign_that_slipped_mirrors_the_interval(text: str) -> None:
    (turned,) = [slipped for name, slipped in slips(read(text)) if name == "sign"]
    assert interval(turned) == interval(read(text)).negated()


def test_a_percentage_whose_point_slipped_is_printed_to_the_unit() -> None:
    moved = [slipped for name, slipped in slips(read("4.5%")) if name == "power of ten"]
    found = {slipped.value: interval(slipped).width for slipped in moved}
    tenth, unit = Fraction(1, 1000), Fraction(1, 100)
    assert {value: found[value] for value in (Fraction("0.45"), Fraction("4.5"))} == {
        Fraction("0.45"): unit,
        Fraction("4.5"): unit,
    }
    assert found[Fraction("0.0045")] == tenth / 10


def test_no_slip_makes_a_part_of_a_thing_that_is_counted():
    assert named("64 projects", "power of ten") == {640, 6_400, 64_000}
    assert Fraction("0.64") in named("64 km", "power of ten")
