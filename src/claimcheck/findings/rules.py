"""The rules behind findings: each is one entry here, but for those of sheets and those of claim kinds.

`sheet_rules` has the rules of what cannot be read, CC0xx; the others stand with their kinds. A rule is named for the
fault. A code is never used again once it is retired.
"""

from claimcheck.findings import Severity
from claimcheck.findings.rule import Rule
from claimcheck.findings.sheet_rules import SHEET_RULES

_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE

RULES = (
    *SHEET_RULES,
    Rule(
        "CC201",
        "contradiction",
        _E,
        "Claims that cannot all be true.",
        "The claims named are a minimal set: without any one of them the rest can hold. A proof in exact arithmetic stands behind it; which of them is wrong only their author knows.",
        "- id: pace\n  quote: a CAGR of 35%\n  cagr: {of: volume, from: 2010, to: 2015}\n"
        "- id: in-all\n  quote: increased by 200%\n  growth: {of: volume, from: 2010, to: 2015}",
        "Correct one of them: for each the report says what its number would have to be.",
    ),
    Rule(
        "CC202",
        "contradiction-if-exact",
        _W,
        "Claims that cannot all be true if zeros at the end of whole numbers are exact.",
        "760 billion is read at its widest, 755 to 765 billion. Read to its last digit, it contradicts other claims.",
        "",
        "Check the number, or say `precision: 1 billion` or `precision: 10 billion`.",
    ),
    Rule(
        "CC203",
        "refuted-reading",
        _N,
        "One of a claim's readings cannot hold.",
        "The claim holds by another reading.",
        "",
        "Remove the reading, or make the text clearer.",
    ),
    Rule(
        "CC204",
        "undecided",
        _W,
        "It could not be decided whether a claim holds.",
        "The reason is named: a sign that is not known, or a form that took too long.",
        "",
        "Say the sign, or split the claim.",
    ),
    Rule(
        "CC301",
        "unit-mismatch",
        _E,
        "A number's unit does not fit its kind or its quantity.",
        "Percent and points, dollars and yuan are never converted into each other, nor tons, which differ, into kilograms.",
        "growth:\n  of: share\n  is: 6 percentage points",
        "Use the kind that fits: `change` for points.",
    ),
    Rule(
        "CC302",
        "number-differs",
        _E,
        "`is`, or a formula, and the quote hold different numbers.",
        "The number was changed in one place and not in the other.",
        "quote: rose by 34%\ngrowth:\n  of: sales\n  is: 43%",
        "Correct the one that is wrong.",
    ),
    Rule(
        "CC303",
        "quote-not-found",
        _E,
        "A quote does not stand in the document.",
        "The document was edited and the sheet was not: the claim may no longer be what the document says.",
        "",
        "Copy the phrase again from the document, and check its number.",
    ),
    Rule(
        "CC304",
        "quote-ambiguous",
        _E,
        "A quote stands in the document more than once.",
        "Which of them the claim is about is not known.",
        "",
        "Quote more words, or add `prefix:`, `suffix:` or `line:`.",
    ),
    Rule(
        "CC305",
        "quote-reworded",
        _W,
        "A quote stands in the document in other words.",
        "Its number is still the same; the words around it are not.",
        "",
        "Copy the phrase again from the document: `claimcheck drift --update` does.",
    ),
    Rule(
        "CC306",
        "undeclared-quantity",
        _N,
        "A sheet declares some quantities, and uses others too.",
        "A mistyped name is a quantity of its own that nothing else bears on.",
        "",
        "Declare it, or correct the name.",
    ),
    Rule(
        "CC307",
        "unused-ignore",
        _N,
        "An `ignore` that acknowledges nothing.",
        "What it was for is no longer found.",
        "",
        "Remove it.",
    ),
    Rule(
        "CC308",
        "empty-sheet",
        _E,
        "A sheet holds no claims.",
        "Nothing was checked.",
        "",
        "Add claims, or begin with `claimcheck init`.",
    ),
    Rule(
        "CC309",
        "uncovered-number",
        _N,
        "A number of the document is in no claim and not exempted.",
        "What no claim speaks of is not checked. With `coverage: required` this is an error.",
        "",
        "Claim it, or exempt it with a reason.",
    ),
    Rule(
        "CC310",
        "stale-baseline",
        _W,
        "A baseline knows a finding that is not there any more.",
        "An entry that covers nothing would hide the same mistake if it came back.",
        "",
        "Remove the entry, or write the baseline again with `--write-baseline`.",
    ),
    Rule(
        "CC311",
        "no-document",
        _W,
        "A sheet has quotes and names no document.",
        "Whether the quotes still stand in a text was not checked.",
        "",
        "Add `document:`, or name one with `--document`.",
    ),
    Rule(
        "CC312",
        "mistyped-quantity",
        _W,
        "A quantity is in one claim only, and another is one letter away.",
        "A mistyped name is a quantity of its own that nothing else bears on: its claim passes without being checked.",
        "growth:\n  of: revenu",
        "Correct the name, or declare it under `quantities:`.",
    ),
    Rule(
        "CC313",
        "merge-conflict",
        _E,
        "A merge conflict stands in a document.",
        "The numbers of both sides are read, and which of them holds only its author knows.",
        "",
        "Keep one side, and take the lines `<<<<<<<`, `=======` and `>>>>>>>` out.",
    ),
)
_BY_NAME = {rule.name: rule for rule in RULES}


def rule(name: str) -> Rule:
    """Return the rule called `name`."""
    return _BY_NAME[name]
