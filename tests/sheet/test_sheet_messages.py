"""What a sheet's messages say to somebody who mistyped."""

from __future__ import annotations

import json

import pytest

CAGR = """\
defaults:
  locale: {locale}
claims:
  - id: a
    cagr:
      of: sales
      to: 2015
      years: "{years}"
      is: 5%
"""


def test_a_misspelt_kind_is_told_once_beside_another_misspelt_key(claimcheck, sheet):
    path = sheet("claims:\n  - id: a\n    qoute: rose by 4.5%\n    growht:\n      of: sales\n      in: 2015\n")
    ran = claimcheck("verify", path)
    assert ran.code == 2
    assert "did you mean 'quote'?" in ran.out
    assert ran.out.count("did you mean 'growth'?") == 1
    assert "unknown-kind" not in ran.out


def test_a_misspelt_kind_of_a_reading_is_told_once(claimcheck, sheet):
    readings = "    readings:\n      - growht:\n          of: sales\n      - change:\n          of: sales\n"
    ran = claimcheck("verify", sheet("claims:\n  - id: a\n" + readings))
    assert ran.code == 2
    assert "a reading has no key 'growht'" in ran.out
    assert ran.out.count("did you mean 'growth'?") == 1
    assert "unknown-kind" not in ran.out


def test_a_claim_whose_only_misspelt_key_is_no_kind_is_told_that_it_needs_one(claimcheck, sheet):
    ran = claimcheck("verify", sheet("claims:\n  - id: a\n    qoute: rose by 4.5%\n"))
    assert ran.code == 2
    assert "did you mean 'quote'?" in ran.out
    assert "a claim needs a kind" in ran.out


def test_brackets_in_a_flow_mapping_are_told_to_stand_in_quotes(claimcheck, sheet):
    ran = claimcheck("verify", sheet("claims:\n  - id: a\n    compare: {of: sales, than: costs[2014], is: greater}\n"))
    assert ran.code == 2
    assert '"exports[2015]"' in ran.out


def test_a_slip_is_tried_beside_the_other_quotes_of_its_claim(claimcheck, sheet):
    text = "Sales were 4.1 million tonnes. In all, 4.3 million tonnes."
    quotes = "claims:\n  - id: a\n    quote: [4.1 million tonnes, 4.3 million tonnes]\n    value:\n      of: sales\n"
    ran = claimcheck("verify", sheet(f"document: text.md\n{quotes}", text))
    assert ran.code == 1
    assert "1.4 million" not in ran.out


def test_five_thousand_claims_are_read_and_verified(claimcheck, sheet):
    claims = "".join(f"  - id: c{i}\n    value:\n      of: x{i}\n      is: {i}.5 million\n" for i in range(5000))
    ran = claimcheck("verify", sheet(f"claims:\n{claims}"))
    assert ran.code == 0
    assert "5,000 claims" in ran.out or "5000 claims" in ran.out


def test_a_kind_without_arguments_is_told_where_they_stand(claimcheck, sheet):
    ran = claimcheck("verify", sheet("claims:\n  - id: a\n    value: sales\n  - id: b\n    sum:\n      parts: a + b\n"))
    assert ran.code == 2
    assert "write `of:` and the rest below `value:`" in ran.out
    assert "write `[one, two]`" in ran.out


def test_a_byte_that_is_no_text_is_told_where_it_stands_behind_a_byte_order_mark_too(claimcheck, sheet):
    path = sheet("")
    for mark in (b"", b"\xef\xbb\xbf"):
        path.write_bytes(mark + b"claims:\n  - id: \xff\n")
        assert "claims.yaml:2:9" in (ran := claimcheck("verify", path)).out
        assert "byte 0xff" in ran.out


def test_a_mistyped_argument_is_told_once_and_not_as_missing_too(claimcheck, sheet):
    ran = claimcheck("verify", sheet("claims:\n  - id: a\n    growth:\n      off: sales\n      is: 3%\n"))
    assert ran.code == 2
    assert "did you mean 'of'?" in ran.out
    assert "missing-key" not in ran.out


def test_the_nearest_words_of_a_table_are_told_without_what_parts_its_cells(claimcheck, sheet):
    text = "| ward | beds | patients |\n|---|--:|--:|\n| medicine | 310 | 21,480 |\n| surgery | 240 | 19,610 |\n"
    claim = "claims:\n  - id: wards\n    quote: 21,480 19,610\n    value:\n      of: [medicine, surgery]\n"
    ran = claimcheck("verify", sheet(f"document: text.md\n{claim}", text))
    assert ran.code == 1
    assert "'21,480 surgery 240 19,610'" in ran.out
    assert "\\t" not in ran.out


def test_a_claim_whose_id_stands_twice_is_told_its_other_mistakes_too(claimcheck, sheet):
    claim = "  - id: a\n    value:\n      {}: sales\n      is: 3 million\n"
    ran = claimcheck("verify", sheet("claims:\n" + claim.format("of") + claim.format("off")))
    assert ran.code == 2
    assert "duplicate-id" in ran.out
    assert "did you mean 'of'?" in ran.out


def test_no_other_key_that_is_misspelt_is_told_as_missing_too(claimcheck, sheet):
    said = "    quote: up 3%\n    growth:\n      of: sales\n"
    sheets = [
        ("claims:\n  - idd: a\n" + said, "id"),
        ("claim:\n  - id: a\n" + said, "claims"),
        ("claims:\n  - id: a\n    reading:\n      - growth:\n          of: sales\n", "readings"),
        ("claims:\n  - id: a\n    quote:\n      - qoute: up 3%\n    growth:\n      of: sales\n", "quote"),
        ("claims:\n  - id: a\n" + said + "    ignore:\n      - code: CC201\n        becuase: known\n", "because"),
        ("claims:\n  - id: a\n" + said + "exempt:\n  - quote: 1990\n    becuase: a date\n", "because"),
    ]
    for text, meant in sheets:
        ran = claimcheck("verify", sheet(text))
        assert ran.code == 2
        assert f"did you mean {meant!r}?" in ran.out
        assert "missing-key" not in ran.out
        assert "unknown-kind" not in ran.out


@pytest.mark.parametrize("years", ["1,5", "1,50", "1500,1", "1,5000", "1/0", "1/00", ",5", "1,500,5"])
def test_an_exact_number_with_a_misplaced_comma_or_a_division_by_zero_is_refused(years, claimcheck, sheet):
    ran = claimcheck("verify", sheet(CAGR.format(years=years, locale="en")))
    assert ran.code == 2
    assert f"cagr.years is a number such as 3, 0.25 or 12%, not '{years}'" in ran.out
    assert ("a point parts its decimals" in ran.out) == ("," in years)


@pytest.mark.parametrize("years", ["3", "3.0", "6/02", "1,500", "1,500.0"])
def test_an_exact_number_is_grouped_by_threes(years, claimcheck, sheet):
    assert claimcheck("verify", sheet(CAGR.format(years=years, locale="en"))).code == 0


def test_an_exact_number_beside_decimal_commas_has_none(claimcheck, sheet):
    assert claimcheck("verify", sheet(CAGR.format(years="1,500", locale="de"))).code == 2
    assert claimcheck("verify", sheet(CAGR.format(years="3.0", locale="de"))).code == 0


def test_a_unit_that_no_table_has_is_taken_in_is_where_it_is_declared(claimcheck, sheet):
    claim = "claims:\n  - id: a\n    value:\n      of: wheat\n      is: 36 dt/ha\n"
    ran = claimcheck("verify", sheet(claim))
    assert (ran.code, "declare it: `unit: dt/ha` of its quantity" in ran.out) == (2, True)
    assert claimcheck("verify", sheet("quantities:\n  wheat:\n    unit: dt/ha\n" + claim)).code == 0


@pytest.mark.parametrize(("of_sheet", "of_claim", "code"), [("en", "de", 2), ("de", "en", 0)])
def test_the_locale_of_a_claim_counts_for_its_exact_numbers(of_sheet, of_claim, code, claimcheck, sheet):
    text = CAGR.format(years="1,500", locale=of_sheet).replace("    cagr:", f"    locale: {of_claim}\n    cagr:")
    assert claimcheck("verify", sheet(text)).code == code


def test_a_line_that_is_divided_by_zero_is_refused(claimcheck, sheet):
    ran = claimcheck(
        "verify", sheet("claims:\n  - id: a\n    quote: 5%\n    line: 1/00\n    growth: {of: x, in: 2015}\n")
    )
    assert ran.code == 2
    assert "line is a whole number" in ran.out


def test_a_unit_that_may_be_misspelt_says_how_it_would_be_written(claimcheck, sheet):
    text = "quantities:\n  revenue: {unit: USDD}\nclaims:\n  - {id: a, value: {of: revenue, is: $4.4 million}}\n"
    ran = claimcheck("verify", sheet(text))
    assert ran.code == 1
    assert "write `unit: USD`" in ran.out
    assert "no claim was checked; 1 error" in ran.out


@pytest.mark.parametrize("line", ["   quote: x", "     in: 2015", "    value:  {of: sales}\n     in: 2015"])
def test_a_line_that_is_indented_askew_is_told_so(line, claimcheck, sheet):
    ran = claimcheck("verify", sheet(f"claims:\n  - id: a\n{line}\n"))
    assert ran.code == 2
    assert "keys of one mapping stand in one column" in ran.out


def test_a_key_without_its_colon_is_told_where_it_stands(claimcheck, sheet):
    ran = claimcheck("verify", sheet("claims:\n  - id: a\n    value\n      of: x\n"))
    assert (ran.code, "claims.yaml:3:5" in ran.out, "a key ends in a colon" in ran.out) == (2, True, True)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("scale: thousnd", "did you mean 'thousand'?"),
        ("scale: bilion", "did you mean 'billion'?"),
        ("locale: german", "did you mean 'de'?"),
        ("locale: de_AT", "did you mean 'de'?"),
        ("precision: prnted", "did you mean 'printed'?"),
        ("precision: exactly", "did you mean 'exact'?"),
        ("precision: 3 digts", "did you mean '3 digits'?"),
        ("precision: 2 decimals", "precision is printed, exact, a number of digits or an amount"),
        ("precision: 3 significant figures", "precision is printed, exact, a number of digits or an amount"),
        ("hedges: {abuot: 10%}", "did you mean 'about'?"),
        ("hedges: {over: 10%}", "did you mean 'just over'?"),
        ("hedges: {about: 110%}", "such as 5%"),
    ],
)
def test_a_field_with_a_wrong_value_is_told_the_nearest_one(line, told, claimcheck, sheet):
    ran = claimcheck("verify", sheet(f"defaults:\n  {line}\nclaims:\n  - id: a\n    value: {{of: x, is: 5}}\n"))
    assert ran.code == 2
    assert told in ran.out
    assert ran.out.count("error[") == 1


@pytest.mark.parametrize(
    "text",
    [
        "default:\n  in: 2015\nclaims:\n  - id: a\n    growth: {of: x, is: 5%}\n",
        "defaults:\n  inn: 2015\nclaims:\n  - id: a\n    growth: {of: x, is: 5%}\n",
        "defaults:\n  in: 2015-13\nclaims:\n  - id: a\n    growth: {of: x, is: 5%}\n",
        "defaults: {in: 2015}\nclaims:\n  - id: a\n    qoute: up 5%\n    growth: {of: x}\n",
        "claims:\n  - id: a\n    fraction: {of: x, out_of: 41, is: [37%]}\n",
        "claims:\n  - id: a\n    value: {of: [x, y], in: [2014, 2015], is: 5}\n",
        "claims:\n  - id: a\n    value: {of: [], is: 5}\n",
        "document: text.md\nclaims:\n  - id: a\n    quote: 15 (37%)\n    fraction: {of: x, out_of: 41, is: {a: 37%}}\n",
    ],
)
def test_one_mistake_is_told_once_and_not_what_follows_from_it(text, claimcheck, sheet):
    ran = claimcheck("verify", sheet(text, "15 (37%)"))
    assert ran.code == 2
    assert ran.out.count("error[") == 1, ran.out


@pytest.mark.parametrize(
    ("quote", "said", "codes"),
    [
        ("15 (37)", "15 (37%)", []),
        ("15 (37)", "15 (73%)", ["CC302"]),
        ("15 36.6", "15 (36.6%)", []),
        ("15 36.6", "15 (63.6%)", ["CC302"]),
        ("15 of 41 makers, aged 62.3 on average (3)", "15 of 41 (37%)", []),
    ],
)
def test_the_percentage_of_a_fraction_agrees_with_the_cell_that_has_no_sign(claimcheck, sheet, quote, said, codes):
    text = (
        f"document: text.md\nclaims:\n  - id: a\n    quote: {quote}\n    fraction: {{of: x, out_of: 41, is: {said}}}\n"
    )
    path = sheet(text)
    path.with_name("text.md").write_text(f"{quote}\n", encoding="utf-8")
    found = json.loads(claimcheck("verify", path, "--format", "json").out)["findings"]
    assert [each["code"] for each in found if each["severity"] == "error"] == codes


@pytest.mark.parametrize(
    ("kind", "said", "stated", "codes"),
    [
        ("change", "€12.7 million", "fell by €12.7 million", []),
        ("value", "€30.3 million", "€30.3 million", []),
        ("value", "€33.0 million", None, ["CC302"]),
        ("change", "€12.7 million to €30.3 million", "fell by €12.7 million to €30.3 million", []),
    ],
)
def test_a_change_and_its_level_that_stand_like_a_range_may_be_said_one_by_one(
    claimcheck, sheet, kind, said, stated, codes
):
    quote = "fell by €12.7 million to €30.3 million"
    path = sheet(
        f"document: t.md\nclaims:\n  - id: a\n    quote: {quote}\n    {kind}: {{of: x, in: 2024, is: {said}}}\n"
    )
    path.with_name("t.md").write_text(f"Net debt {quote}.\n", encoding="utf-8")
    found = json.loads(claimcheck("verify", path, "--format", "json").out)
    assert [each["code"] for each in found["findings"] if each["severity"] == "error"] == codes
    assert [claim["stated"]["text"] for claim in found["claims"]] == ([stated] if stated else [])


def test_what_is_said_of_a_fraction_and_is_no_number_is_told_itself(claimcheck, sheet):
    text = "document: text.md\nclaims:\n  - id: a\n    quote: 15 (37%)\n    fraction: {of: x, out_of: 41, is: NaN}\n"
    ran = claimcheck("verify", sheet(text, "15 (37%)"))
    assert ran.code == 2
    assert "not 'NaN'" in ran.out


@pytest.mark.parametrize("space", ["\u00a0", "\u3000"])
def test_a_space_that_does_not_indent_is_told_where_it_stands(space, claimcheck, sheet):
    ran = claimcheck("verify", sheet(f"claims:\n  - id: a\n{space * 4}value:\n      of: x\n      is: 5\n"))
    assert ran.code == 2
    assert ":3:1" in ran.out
    assert "indented with plain spaces" in ran.out


def test_a_document_on_the_web_is_told_to_be_saved(claimcheck, sheet):
    ran = claimcheck("verify", sheet("document: https://x.org/t.md\nclaims:\n  - id: a\n    value: {of: x, is: 5}\n"))
    assert ran.code == 2
    assert "https://x.org/t.md" in ran.out
    assert "save it as a file" in ran.out


CONFLICT = "Sales were 5 million.\n<<<<<<< ours\nCosts 3.\n=======\nCosts 4.\n>>>>>>> theirs\n"


@pytest.mark.parametrize(
    ("text", "code"), [(CONFLICT, 1), ("Heading\n=======\nSales were 5 million.\n\n> quoted\n", 0)]
)
def test_a_merge_conflict_in_a_document_is_named(text, code, claimcheck, sheet):
    claim = "claims:\n  - id: a\n    quote: 5 million\n    value: {of: x}\n"
    ran = claimcheck("verify", sheet(f"document: text.md\n{claim}", text))
    assert ran.code == code
    assert ("merge-conflict" in ran.out) == bool(code)
    assert ("text.md:2:1" in ran.out) == bool(code)


@pytest.mark.parametrize(
    ("said", "formula"), [("9.4% less", "women / men - 1 = -9.4%"), ("a third more", "women / men - 1 ~ 1/3")]
)
def test_a_ratio_by_how_much_less_is_told_as_the_formula_that_says_it(said, formula, claimcheck, sheet):
    levels = "claims:\n  - {id: b, value: {of: men, is: 35.0}}\n"
    ran = claimcheck("verify", sheet(f"{levels}  - {{id: a, ratio: {{of: women, per: men, is: {said}}}}}\n"))
    assert ran.code == 2
    assert f'assert: "{formula}"' in " ".join(ran.out.split())
    assert claimcheck("verify", sheet(f'{levels}  - {{id: a, assert: "{formula}"}}\n')).code == 0


@pytest.mark.parametrize(
    ("declared", "told"),
    [
        ("whole: {}\n  organic: {part_of: whoel}", "not declared under quantities: whoel (whole?)\n"),
        ("organic: {part_of: whoel}", "not declared under quantities: whole (whoel?)\n"),  # once, as the spoken name
        ("whole: {parts: [organic, orgamic]}", ""),  # beside its like in one structure it is another part
        ("whole: {}\n  organic: {part_of: everything}", ""),
    ],
)
def test_a_misspelt_name_that_only_a_structure_has_is_noted(declared, told, claimcheck, sheet):
    claims = "  - {id: a, value: {of: organic, is: 5}}\n  - {id: b, value: {of: whole, is: 7}}\n"
    ran = claimcheck("verify", sheet(f"quantities:\n  {declared}\nclaims:\n{claims}"), "-v", "--format", "concise")
    assert ran.code == 0
    assert told in ran.out
    assert ("CC306" in ran.out) is bool(told)


def test_the_bare_number_beside_a_percentage_is_told_and_no_factor_of_it(claimcheck, sheet):
    rate = "claims:\n  - id: rate\n    value:\n      of: rate\n      is: 5%\n"
    ran = claimcheck("verify", sheet(rate + '  - id: limit\n    assert: "rate * 3 < 20"\n'))
    assert "'20' is a bare number, and rate is a percentage" in ran.out
    assert "write that, or 20%" in ran.out


def test_of_very_many_unknown_claims_the_first_are_told_what_they_may_be(claimcheck, sheet, monkeypatch):
    asked = []
    monkeypatch.setattr("claimcheck.sheet.load.did_you_mean", lambda name, _: asked.append(name) or "that one?")
    claims = "".join(f"  - {{id: c{i}, compare: {{claim: d{i}, than: e{i}, is: greater}}}}\n" for i in range(400))
    ran = claimcheck("verify", sheet(f"claims:\n{claims}"))
    assert ran.code == 2
    assert ran.out.count("no claim is called") == 800
    assert 100 < len(asked) < 200


@pytest.mark.parametrize(
    ("name", "told"),
    [("net sales", "no spaces or brackets: 'net sales'"), ("a" * 201, "at most 200 characters: 'aaa"), ("a" * 200, "")],
)
def test_an_id_that_is_refused_is_told_why(claimcheck, sheet, name, told):
    ran = claimcheck("verify", sheet(f"claims:\n  - id: {name}\n    value: {{of: x, is: 3}}\n"))
    assert (f"an id has {told}" in ran.out) is bool(told)
    assert ran.code == (2 if told else 0)
