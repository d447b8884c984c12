"""A quantity whose name is a slip of the pen is told; names that differ for a reason are left in peace."""

from __future__ import annotations

import pytest


def found(claims, declared=""):
    import claimcheck

    lines = [
        f"  - {{id: c{number}, value: {{of: {name}, in: {2000 + number}, is: 5.0}}}}"
        for number, name in enumerate(claims)
    ]
    report = claimcheck.verify_text("\n".join([declared, "claims:", *lines]))
    return [(finding.claim, finding.help) for finding in report.findings if finding.code == "CC312"]


@pytest.mark.parametrize("slip", ["revenu", "revenues", "revneue", "revanue"])
def test_a_name_used_once_and_one_letter_from_another_is_told(slip):
    assert found(["revenue", "revenue", slip]) == [("c2", f"write revenue, or declare {slip} under `quantities:`")]


def test_it_is_told_beside_what_is_declared_and_within_a_longer_name():
    assert found(["net_revnue"], "quantities:\n  net_revenue: {unit: USD}")[0][0] == "c0"
    assert found(["net_revenue", "net_revnue"], "quantities:\n  net_revenue: {unit: USD}")[0][0] == "c1"


def test_a_name_that_differs_in_underscores_alone_is_told():
    assert found(["boxoffice"], "quantities:\n  box_office: {unit: CHF}")[0][0] == "c0"


def test_a_part_that_no_claim_names_is_told_where_it_is_declared():
    import claimcheck

    report = claimcheck.verify_text(
        "quantities:\n"
        "  audience: {parts: [cinemas, onlin]}\n"
        "claims:\n"
        "  - {id: a, value: {of: audience, in: [2024, 2025], is: ['95.0', '97.0']}}\n"
        "  - {id: b, value: {of: online, in: [2024, 2025], is: ['19.0', '15.0']}}\n"
        "  - {id: c, growth: {of: online, in: 2025, is: down 21%}}\n"
    )
    (told,) = (each for each in report.findings if each.code == "CC312")
    assert (told.primary.line, told.help) == (2, "write online, or declare onlin under `quantities:`")


@pytest.mark.parametrize(
    "names",
    [
        ("imports", "imports", "exports"),
        ("sales_q1", "sales_q1", "sales_q2"),
        ("trade_eu", "trade_eu", "trade_us"),
        ("trade", "trade", "grade"),
        ("revenue", "revenu"),  # which of the two is meant is not known
        ("revenue", "revenue", "revenu", "revenu"),
    ],
)
def test_names_that_differ_for_a_reason_are_left_in_peace(names):
    assert found(names) == []


def test_a_declared_name_and_one_beside_the_other_in_a_claim_are_meant():
    assert found(["county", "county", "country"], "quantities:\n  country: {label: the whole}") == []
    import claimcheck

    report = claimcheck.verify_text(
        "claims:\n"
        "  - {id: a, value: {of: county, is: 5.0}}\n"
        "  - {id: b, value: {of: county, is: 5.0}}\n"
        "  - {id: c, share: {of: county, whole: country, is: 50%}}\n"
    )
    assert [finding.code for finding in report.findings] == []
