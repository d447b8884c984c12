"""Narrow terminals and pipes: lines end where the terminal does, and no name is broken."""

from __future__ import annotations

import pytest

TEXT = "Revenue rose 12% to $4.48 million, from $4.0 million, and 1,240 cross-border e-commerce companies called.\n"


@pytest.fixture
def narrow(monkeypatch):
    """A terminal of so many columns."""

    def of(columns):
        monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
        monkeypatch.setenv("COLUMNS", str(columns))

    return of


def test_what_an_inferred_range_rests_on_is_cut_and_whole_where_it_is_asked_for(claimcheck, root):
    listed = claimcheck("infer", "claims.yaml", cwd=root).out
    assert max(map(len, listed.splitlines())) < 160
    assert "trade-2015, exports-fell, imports-fell and 4 more\n" in listed
    assert "labour-exports" in claimcheck("infer", "claims.yaml", "-Q", "trade[2014]", cwd=root).out
    assert "labour-\n" not in claimcheck("infer", "claims.yaml", "--width", "60", cwd=root).out


def test_a_last_column_that_has_no_room_beside_the_others_stands_below_them(claimcheck, sheet):
    path = sheet(
        "claims:\n  - {id: sales-of-both-regions, value: {of: sales_of_both_regions, in: 2024, is: 24.59 million}}\n"
        "  - {id: sales-growth, growth: {of: sales_of_both_regions, in: 2024, is: up 7%}}\n"
    )
    lines = claimcheck("infer", path, "--width", "52").out.splitlines()
    assert max(map(len, lines)) <= 52
    assert lines[0].split() == ["quantity", "range"]
    assert lines[-1] == "    rests on: sales-of-both-regions, sales-growth"
    impact = claimcheck("impact", "sales-growth", path, "--is", "up 9%", "--all", "--width", "50").out
    assert max(map(len, impact.splitlines())) <= 50


@pytest.mark.parametrize("arguments", [("rule", "CC201"), ("rule",), ("quantities", "text.md")])
def test_rules_and_quantities_are_as_wide_as_the_terminal(claimcheck, narrow, tmp_path, arguments):
    (tmp_path / "text.md").write_text(TEXT, encoding="utf-8")
    narrow(70)
    ran = claimcheck(*arguments, cwd=tmp_path)
    assert ran.code == 0
    assert max(map(len, ran.out.splitlines())) <= 70


EXEMPT = "exempt:\n  - {quote: '$4.0 million', because: it is the level that the year before ended with and no claim}\n"


@pytest.mark.parametrize("arguments", [("coverage",), ("coverage", "--strength"), ("drift",)])
def test_coverage_strength_and_drift_are_as_wide_as_the_terminal(claimcheck, narrow, sheet, tmp_path, arguments):
    claims = "\n".join(
        f"  - {{id: {name}-of-the-year, quote: rose 12%, growth: {{of: {name}, in: 2015}}}}"
        for name in ("sales", "profit", "orders")
    )
    lost = (
        "  - {id: called, quote: 1240 cross-border e-commerce companies were called, value: {of: companies, in: 2015}}"
    )
    sheet(f"document: text.md\nclaims:\n{claims}\n{lost if 'drift' in arguments else ''}\n{EXEMPT}", TEXT)
    narrow(56)
    out = claimcheck(*arguments, cwd=tmp_path).out
    assert max(map(len, out.splitlines())) <= 56
    assert "sales-of-the-year" in out or "drift" in arguments


def test_a_reason_that_is_wrapped_hangs_below_its_beginning(claimcheck, narrow, sheet, tmp_path):
    sheet(
        f"document: text.md\nclaims: [{{id: rise, quote: rose 12%, growth: {{of: sales, in: 2015}}}}]\n{EXEMPT}", TEXT
    )
    narrow(60)
    lines = claimcheck("coverage", cwd=tmp_path).out.splitlines()
    at = next(number for number, line in enumerate(lines) if "exempted" in line)
    assert lines[at + 1].startswith(" " * lines[at].index("it is the level"))


def test_a_long_fact_of_an_explanation_hangs_below_its_beginning(claimcheck, root):
    lines = claimcheck("explain", "trade-fell", "--width", "60", cwd=root).out.splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("  slack"))
    assert lines[at + 1] == " " * 14 + "until it fails"


def test_the_list_of_all_contradictions_is_as_wide_as_the_terminal(claimcheck, root):
    lines = claimcheck("explain", "volume-cagr", "--all-conflicts", "--width", "30", cwd=root).out.splitlines()
    at = lines.index("  volume-cagr,")
    assert lines[at - 2 : at + 2] == [
        "1 minimal contradiction around",
        "    volume-cagr:",
        "  volume-cagr,",
        "    volume-five-years",
    ]


def test_quantities_stand_where_coverage_says(claimcheck, sheet, tmp_path):
    path = sheet("document: text.md\nclaims:\n  - {id: rise, quote: rose 12%, growth: {of: sales, in: 2015}}\n", TEXT)
    covered = {line.split()[0] for line in claimcheck("coverage", path, cwd=tmp_path).out.splitlines() if "  " in line}
    listed = claimcheck("quantities", "text.md", cwd=tmp_path).out.splitlines()[1:]
    assert {line.split()[0] for line in listed} == covered


def test_the_columns_of_coverage_are_straight_beside_wide_characters(claimcheck, tmp_path):
    from rich.cells import cell_len

    (tmp_path / "text.md").write_text("总值24.59万亿元，比上年下降7.5%。\n", encoding="utf-8")
    lines = claimcheck("coverage", "text.md", cwd=tmp_path).out.splitlines()
    starts = {
        cell_len(line[: line.index("uncovered")]) for line in lines if line.endswith("uncovered") and line[1] == ":"
    }
    assert len(starts) == 1
