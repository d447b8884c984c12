"""The rules behind findings: each is one entry here, but for the rules of claim kinds, which stand with their kinds.

A rule is named for the fault. A code is never used again once it is retired.
"""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.findings import Severity

_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE


class Rule(NamedTuple):
    """One rule: what it reports, why that matters, an example, and what to do."""

    code: str
    name: str
    severity: Severity
    what: str
    why: str
    example: str = ""
    instead: str = ""


RULES = (
    Rule(
        "CC001",
        "unreadable-file",
        _E,
        "A file cannot be read.",
        "A sheet or document that is missing, a folder, or not UTF-8 text cannot be checked, and not checked is not passed.",
        "",
        "Correct the path, or save the file as UTF-8.",
    ),
    Rule(
        "CC002",
        "invalid-yaml",
        _E,
        "A sheet is not YAML.",
        "The place is where the parser gave up; the mistake is there or just before.",
        "claims:\n\t- id: trade",
        "Indent with spaces, and put texts with `: ` or ` #` in quotes.",
    ),
    Rule(
        "CC003",
        "duplicate-key",
        _E,
        "A key stands twice in one mapping.",
        "Most YAML readers keep the last and forget the first without a word.",
        "id: trade\nid: exports",
        "Keep one of the two.",
    ),
    Rule(
        "CC004",
        "unknown-key",
        _E,
        "A key that has no meaning here.",
        "A mistyped key would otherwise be an argument that is silently not there.",
        "quotes: 24.59 trillion yuan",
        "Use the nearest valid key, which the message names.",
    ),
    Rule(
        "CC005",
        "unknown-kind",
        _E,
        "A claim has no kind, an unknown one, or two.",
        "The kind says what is asserted: a claim has exactly one.",
        "grwth:\n  of: trade",
        "Use one of the kinds that `claimcheck schema` or docs/kinds list.",
    ),
    Rule(
        "CC006",
        "wrong-type",
        _E,
        "A value of the wrong shape: a list where a text belongs, or the other way round.",
        "Nothing is guessed from a value of the wrong shape.",
        "id: [trade, exports]",
        "Write the value as the message says.",
    ),
    Rule(
        "CC007",
        "missing-key",
        _E,
        "A key that must be there is absent.",
        "The claim cannot be understood without it.",
        "growth: {}",
        "Add the key.",
    ),
    Rule(
        "CC008",
        "unreadable-number",
        _E,
        "A written number cannot be read.",
        "What is read is a number as people print it, with its hedge, magnitude and unit.",
        "is: 24.5.9 trillion",
        "Write the number as the document prints it.",
    ),
    Rule(
        "CC009",
        "unreadable-period",
        _E,
        "A period cannot be read.",
        "Periods are ordered and measured, so a mistyped one would compare wrongly.",
        "in: 2015-Q5",
        "Write 2015, 2015-Q3, 2015-07, FY2019, a span 2005..2010, or another form of docs/sheet.md.",
    ),
    Rule(
        "CC010",
        "duplicate-id",
        _E,
        "Two claims have the same id.",
        "Reports and `explain` name claims by id.",
        "",
        "Rename one.",
    ),
    Rule(
        "CC011",
        "comma-in-flow",
        _E,
        "A comma inside a flow mapping or list cut a number in two.",
        "`{is: more than 200,000}` is YAML for `more than 200` and a key `000`.",
        "value: {of: firms, is: more than 200,000}",
        "Quote the number, or write the mapping as a block.",
    ),
    Rule(
        "CC012",
        "alias",
        _E,
        "An anchor, alias, merge key or tag.",
        "Aliases hide where a number stands, and can blow a small file up into a huge one.",
        "value: &base {of: trade}",
        "Write the value out.",
    ),
    Rule(
        "CC013",
        "too-large",
        _E,
        "A file, text or nesting beyond the limits.",
        "Limits keep hostile input from taking the machine.",
        "",
        "Split the sheet.",
    ),
    Rule(
        "CC014",
        "unknown-claim",
        _E,
        "A claim is named that the sheet does not hold.",
        "",
        "compare:\n  claim: grwth-2015",
        "Use the nearest id, which the message names.",
    ),
    Rule(
        "CC015",
        "outside-path",
        _E,
        "A sheet names a document outside its repository.",
        "A sheet from elsewhere must not be able to read any file of the machine.",
        "document: ../../private.txt",
        "Move the document, or say `--allow-outside`.",
    ),
    Rule(
        "CC016",
        "unreadable-formula",
        _E,
        "The formula of an `assert` cannot be read.",
        "",
        'assert: "exports[2015] >"',
        "Write one comparison over `name[period]`.",
    ),
    Rule(
        "CC017",
        "number-not-said",
        _E,
        "A claim does not say which number it asserts.",
        "Its quote holds no number that fits its kind, or several.",
        "quote: from 2% to 8%",
        "Say it with `is:`, as it stands in the quote.",
    ),
    Rule(
        "CC018",
        "bad-arguments",
        _E,
        "Arguments of a claim that do not go together.",
        "",
        "cagr:\n  of: volume\n  to: 2015\n  is: 35%",
        "Do as the message says.",
    ),
    Rule(
        "CC019",
        "circular-structure",
        _E,
        "A quantity is a part of itself.",
        "Parts and wholes form a tree.",
        "",
        "Take it out of its own parts.",
    ),
    Rule(
        "CC020",
        "unknown-rule",
        _E,
        "A rule is named that does not exist.",
        "An `ignore` that names nothing would ignore nothing.",
        "",
        "Use a code or name that `claimcheck rule` lists.",
    ),
    Rule(
        "CC021",
        "missing-extra",
        _E,
        "A document needs a reader that is not installed.",
        "",
        "",
        "Install the extra that the message names.",
    ),
    Rule(
        "CC201",
        "contradiction",
        _E,
        "Claims that cannot all be true.",
        "The claims named are a minimal set: without any one of them the rest can hold. A proof in exact arithmetic stands behind it; which of them is wrong only their author knows.",
        "CAGR of 35% over five years, and an increase of 200% in the same five years",
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
        "Percent and points, dollars and yuan are never converted into each other.",
        "growth:\n  of: share\n  is: 6 percentage points",
        "Use the kind that fits: `change` for points.",
    ),
    Rule(
        "CC302",
        "number-differs",
        _E,
        "`is` and the quote hold different numbers.",
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
        _W,
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
        "Copy the phrase again from the document.",
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
        _W,
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
)
_BY_NAME = {rule.name: rule for rule in RULES}


def rule(name: str) -> Rule:
    """Return the rule called `name`."""
    return _BY_NAME[name]
