"""`claimcheck infer`, and every contradiction around a claim."""

from __future__ import annotations

import json
from fractions import Fraction


def test_exports_of_2014_come_out_tight_with_what_they_rest_on(claimcheck, root):
    ran = claimcheck("infer", "claims.yaml", "--format", "json", cwd=root)
    found = {each["quantity"]: each for each in json.loads(ran.out)["quantities"]}
    exports = found["exports[2014]"]
    low, high = Fraction(exports["range"]["low"]), Fraction(exports["range"]["high"])
    assert Fraction("14.34e12") < low < Fraction("14.36e12")
    assert Fraction("14.47e12") < high < Fraction("14.49e12")
    assert {"labour-exports", "labour-share", "exports-fell"} <= set(exports["bearing"])
    assert "trade[2015]" not in found, "what is printed is not inferred"


def test_the_table_names_ranges_for_people(claimcheck, root):
    ran = claimcheck("infer", "claims.yaml", cwd=root)
    (line,) = [line for line in ran.out.splitlines() if line.startswith("exports[2014]")]
    assert "14.34 to 14.49 trillion" in line


def test_one_quantity_can_be_asked_for_and_a_mistyped_one_gets_the_nearest(claimcheck, root):
    ran = claimcheck("infer", "claims.yaml", "-Q", "trade[2015]", "--format", "json", cwd=root)
    assert [each["quantity"] for each in json.loads(ran.out)["quantities"]] == ["trade[2015]"]
    ran = claimcheck("infer", "claims.yaml", "-Q", "exprts[2014]", cwd=root)
    assert (ran.code, "did you mean 'exports[2014]'?" in ran.err) == (2, True)


def test_explain_lists_every_minimal_contradiction(claimcheck, sheet):
    text = "claims:\n" + "".join(
        f"  - id: {name}\n    value:\n      of: x\n      is: {number}\n"
        for name, number in (("a", "1.0"), ("b", "2.0"), ("c", "3.0"))
    )
    ran = claimcheck("explain", "a", sheet(text), "--all-conflicts")
    assert "3 minimal contradictions around a:" in ran.out
    for pair in ("a, b", "a, c", "b, c"):
        assert f"  {pair}\n" in ran.out
