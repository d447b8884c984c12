"""A sheet's lookups: its claims by id and by what they speak of."""

from __future__ import annotations

import pickle

from claimcheck.sheet import losses
from claimcheck.sheet.load import load_sheet

CLAIMS = """\
claims:
  - id: a
    value: {of: sales + costs, in: 2015, is: 5 million}
  - id: b
    growth: {of: profit, in: 2015, is: 5%}
  - id: c
    share: {of: sales, whole: market, in: 2015, is: 5%}
  - id: d
    sum: {parts: [profit, costs], total: sales, in: 2015}
"""


def ids(claims) -> str:
    return "".join(claim.id for claim in claims)


def test_claims_are_found_by_id_and_by_what_they_speak_of():
    sheet, _ = load_sheet("claims.yaml", CLAIMS.encode())
    assert sheet is not None
    assert [sheet.claim(name) for name in "abcd"] == list(sheet.claims)
    assert sheet.claim("e") is None
    assert [ids(sheet.about([name])) for name in ("sales", "costs", "profit", "market", "tax")] == [
        *("acd", "ad", "bd", "c", "")
    ]
    assert ids(sheet.about(["market", "profit", "sales"])) == "abcd"
    fewer = sheet._replace(claims=sheet.claims[1:])
    assert (fewer.claim("a"), ids(fewer.about(["sales"]))) == (None, "cd")
    again = pickle.loads(pickle.dumps(sheet))  # noqa: S301  our own
    assert (again, ids(again.about(["costs"]))) == (sheet, "ad")


def test_the_notes_on_signs_look_at_each_claim_once(claimcheck, sheet, monkeypatch):
    looked = []
    names = losses.level_names
    monkeypatch.setattr(losses, "level_names", lambda kind: looked.append(kind) or names(kind))
    pair = "  - id: a{0}\n    value: {{of: x{0}, is: 1.5}}\n  - id: b{0}\n    value: {{of: x{0}, is: 2.5}}\n"
    ran = claimcheck("verify", sheet("claims:\n" + "".join(pair.format(i) for i in range(40))))
    assert ran.out.count("contradiction:") == 40
    assert len(looked) < 400
