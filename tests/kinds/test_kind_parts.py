"""A part is the same whether it is told in percent, per 1,000, in parts per million or as counts."""

from __future__ import annotations

import re

import pytest

from claimcheck.app.impact import with_number
from claimcheck.app.verify import verify_bytes
from claimcheck.sheet.load import load_sheet

LEVELS = """\
  - {id: ill, value: {of: ill, in: [2014, 2015], is: ["2,001", "2,030"]}}
  - {id: all, value: {of: all, in: [2014, 2015], is: ["400,100", "410,100"]}}
"""
# The truth: 4.95 per 1,000 in 2015, and 2.9 per 1,000 of the change.
TRUE = (
    'share: {of: ill, whole: all, in: 2015, is: "4.95 per 1,000"}',
    "share: {of: ill, whole: all, in: 2015, is: 0.495%}",
    'ratio: {of: ill, per: all, in: 2015, is: "495 per 100,000"}',
    'fraction: {of: ill, out_of: all, in: 2015, is: "4.95 per 1,000"}',
    'fraction: {of: ill, out_of: all, in: 2015, is: "5 per 1,000 people"}',
    'share_of_change: {of: ill, whole: all, in: 2015, is: "2.9 per 1,000"}',
    'multiple: {of: ill, in: 2015, is: "1,014 per 1,000"}',
)
FALSE = (
    'share: {of: ill, whole: all, in: 2015, is: "5.9 per 1,000"}',
    'ratio: {of: ill, per: all, in: 2015, is: "4.95 per 100"}',
    'fraction: {of: ill, out_of: all, in: 2015, is: "9 per 1,000"}',
    'share_of_change: {of: ill, whole: all, in: 2015, is: "9.2 per 1,000"}',
    'multiple: {of: ill, in: 2015, is: "1,140 per 1,000"}',
)


def clashes(claims: str, quantities: str = "") -> bool:
    """Return whether claims cannot all be true."""
    report = verify_bytes("claims.yaml", f"{quantities}claims:\n{claims}".encode(), {})
    assert report.sheet, report.findings
    return any(not conflict.narrow for conflict in report.conflicts)


@pytest.mark.parametrize("said", [*TRUE, *FALSE])
def test_what_is_so_many_per_1000_is_that_part(said: str) -> None:
    assert clashes(f"{LEVELS}  - {{id: said, {said}}}\n") is (said in FALSE)


COUNTED = {  # how 23 of 42 may be printed, and whether that is so
    "23/42 (55%)": True,
    "23 ⁄ 42 (55%)": True,
    "55% (23 of 42)": True,
    "1,150/2100 (55%)": True,
    "1,150 of 2,100 (55%)": True,
    "more than half of the 42": True,
    "55% of 42 patients": True,
    "Of all 42 patients, 55%": True,
    "55% (of 42)": True,
    "55% (23)": True,
    "55% (N = 42)": True,
    "55% (n = 42)": True,
    "55% (n=23)": True,
    "N = 42: 23 (55%)": True,
    "n = 42: 23 (55%)": True,
    "23 (55%, n = 42)": True,
    "23/42 (65%)": False,
    "65% of the 42": False,
    "55% (24)": False,
    "55% (N = 43)": False,
    "65% (n = 42)": False,
    "n = 42: 24 (55%)": False,
    "23⁄42 (65%)": False,
    "1,150/2100 (54%)": False,
    "nearly half of the 42": False,
}


@pytest.mark.parametrize("printed", COUNTED)
def test_counts_are_read_however_they_are_printed(printed: str) -> None:
    levels = ("1150", "2100") if "1,150" in printed else ("23", "42")
    both = "  - {{id: both, value: {{of: [a, b], is: [exactly {}, exactly {}]}}}}\n".format(*levels)
    assert clashes(f'{both}  - {{id: said, fraction: {{of: a, out_of: b, is: "{printed}"}}}}\n') is not COUNTED[printed]


def test_a_percentage_of_so_many_is_one_that_they_can_make(claimcheck, sheet) -> None:
    said = 'claims:\n  - {id: a, fraction: {of: well, out_of: patients, is: "56% of 42 patients"}}\n'
    ran = claimcheck("verify", sheet(said), "--format", "concise")
    assert (
        "56% of 42 patients (assumed) cannot be true by itself: it would be 55% (23 of 42) or 57% (24 of 42)" in ran.out
    )


@pytest.mark.parametrize(("change", "now"), [("57%", ""), ("24", "a: 24"), ("of 44, 57%", "b: 44"), ("24/42", "a: 24")])
def test_the_counts_of_a_fraction_change_each_in_its_place(change: str, now: str) -> None:
    said = "claims: [{id: p, fraction: {of: a, out_of: b, is: 55% of 42}}]"
    sheet = load_sheet("claims.yaml", said.encode())[0]
    assert sheet is not None
    kind = with_number(sheet.claims[0], change).kind
    counts = {"a": None, "b": 42} | {key: int(value) for key, _, value in [now.partition(": ")] if key}
    assert kind.printed_counts() == (counts["a"], counts["b"])


@pytest.mark.parametrize("printed", ["23/42 of 43", "23 of 42 of 43 (55%)", "55% (23/42), 45%"])
def test_more_counts_than_two_are_refused(printed: str) -> None:
    sheet = f'claims:\n  - {{id: said, fraction: {{of: a, out_of: b, is: "{printed}"}}}}\n'
    findings = verify_bytes("claims.yaml", sheet.encode(), {}).findings
    assert [(each.code, each.message) for each in findings] == [
        ("CC008", f"a fraction is read from a text such as '23/42 (55%)', not '{printed}'")
    ]


SAME = (("5 per 1,000", "0.5%"), ("5 per 1,000 people", "0.50%"), ("5 ppm", "5 per million"), ("30%", "3 per 10"))
OTHER = (("5 per 1,000", "5%"), ("5 per 1,000", "0.05%"), ("5 ppm", "5 per 100,000"))


@pytest.mark.parametrize("declared", ["", 'quantities: {rate: {unit: "%"}}\n'])
@pytest.mark.parametrize(("one", "other"), [*SAME, *OTHER])
def test_a_level_may_be_printed_in_percent_and_per_so_many(one: str, other: str, declared: str) -> None:
    said = [f'  - {{id: {name}, value: {{of: rate, is: "{text}"}}}}\n' for name, text in (("a", one), ("b", other))]
    assert clashes("".join(said), declared) is ((one, other) in OTHER)
    assert clashes("".join(said[::-1]), declared) is ((one, other) in OTHER)


LESS = (  # what is less than what
    ('share: {of: a, whole: b, is: "2.9 per 1,000"}', "share: {of: c, whole: d, is: 1.5%}"),
    ('share: {of: a, whole: b, is: "2.9 per 1,000"}', 'ratio: {of: c, per: d, is: "300 per 10,000"}'),
    ('share_of_change: {of: a, whole: b, in: 2015, is: "2.9 per 1,000"}', "share: {of: c, whole: d, is: 1.5%}"),
    ("fraction: {of: a, out_of: b, is: 19 of 80}", "fraction: {of: c, out_of: d, is: 30%}"),
    ("fraction: {of: a, out_of: b, is: 30 of 80}", "fraction: {of: c, out_of: d, is: 23/42}"),
    ("fraction: {of: a, out_of: 80, is: 30}", "share: {of: c, whole: d, is: 41%}"),
    ('multiple: {of: a, in: 2015, is: "1,014 per 1,000"}', "growth: {of: c, in: 2015, is: up 2%}"),
    ('value: {of: a, is: "5 per 1,000"}', "value: {of: c, is: 1.5%}"),
    ('value: {of: a, is: "5 per 1,000"}', "share: {of: c, whole: d, is: 1.5%}"),
    ("share: {of: c, whole: d, is: 0.4%}", 'value: {of: a, is: "5 per 1,000"}'),
    ("value: {of: a, is: 0.3}", 'share: {of: c, whole: d, is: "410 per 1,000"}'),
    ("value: {of: a, is: 500 ppm}", "growth: {of: c, in: 2015, is: up 2%}"),
)


@pytest.mark.parametrize(("less", "more"), LESS)
def test_parts_are_compared_as_parts(less: str, more: str) -> None:
    said = f"  - {{id: less, {less}}}\n  - {{id: more, {more}}}\n"
    assert not clashes(f"{said}  - {{id: how, compare: {{claim: less, than: more, is: less}}}}\n")
    assert clashes(f"{said}  - {{id: how, compare: {{claim: less, than: more, is: greater}}}}\n")


def test_a_count_of_something_unknown_is_not_compared_with_a_part() -> None:
    said = "  - {id: count, fraction: {of: a, out_of: b, is: 23}}\n  - {id: rate, share: {of: c, whole: d, is: 30%}}\n"
    for word in ("less", "greater"):
        assert not clashes(f"{said}  - {{id: how, compare: {{claim: count, than: rate, is: {word}}}}}\n")


def test_a_share_per_1000_is_told_per_1000(claimcheck, sheet) -> None:
    said = LEVELS + '  - {id: part, share: {of: ill, whole: all, in: 2015, is: "5.9 per 1,000"}}\n'
    ran = claimcheck("explain", "part", sheet(f"claims:\n{said}"))
    assert "which stands for 5.85 to 5.95 per 1,000" in ran.out
    assert "ill[2015] / all[2015] is 5.85 to 5.95 per 1,000" in ran.out
    assert re.search(r"recomputed +4\.9\d+ to 4\.9\d+ per 1,000", ran.out)
