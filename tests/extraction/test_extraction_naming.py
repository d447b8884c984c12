"""How a draft calls what its numbers are about: by the noun, without the verb and the little words at its ends."""

import pytest

from claimcheck.extraction.naming import named

NAMED = {
    # the object of a verb that takes one, else what stands before it
    "corvane reported revenue": "revenue",
    "had expected operating margin": "operating margin",
    "customs put china goods trade": "china goods trade",
    "weaker yen left other income": "other income",
    "brought income before tax": "income before tax",
    "property tax brings": "property tax",
    "households spent": "households",
    "survey asked": "survey",
    # of what something is or becomes, the thing itself
    "machinery remains largest group": "machinery",
    "energy became cheaper": "energy",
    "surplus comes": "surplus",
    "staff costs go": "staff costs",
    # no little words at the ends, and no name of those alone
    "exports imports together": "exports imports",
    "therefore order book": "order book",
    "after": "",
    "compared": "",
    "brought": "",
    # all else stays
    "consumer prices": "consumer prices",
    "trade eu": "trade eu",
    "response seen after treatment": "response seen after treatment",
}


@pytest.mark.parametrize(("words", "name"), NAMED.items())
def test_a_quantity_is_named_by_its_noun(words, name):
    assert named(tuple(words.split())) == tuple(name.split())


def test_a_draft_has_no_verbs_in_its_names(claimcheck, tmp_path):
    path = tmp_path / "note.md"
    path.write_text("Corvane reported revenue of $412.6 million. Households spent €1.20 billion.\n", encoding="utf-8")
    draft = claimcheck("extract", path).out
    assert "of: revenue\n" in draft
    assert "of: households\n" in draft
