"""The JSON Schema that editors use, held against the loader: what one takes the other does."""

from __future__ import annotations

import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from claimcheck.sheet.load import load_sheet
from claimcheck.sheet.schema import sheet_schema

CLAIM = "claims:\n  - id: a\n    value: {of: x, in: 2014, is: 5}\n"


class Plain(yaml.SafeLoader):
    """YAML as editors read it: 1.2, in which only true and false are truths, and a day is a text."""


Plain.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in found if tag.rsplit(":", 1)[1] not in ("timestamp", "bool")]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Plain.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), ["t", "f"])


def keyed(value: object) -> object:
    """Return a value with its keys as JSON has them: texts."""
    if isinstance(value, dict):
        return {str(key): keyed(each) for key, each in value.items()}
    return [keyed(each) for each in value] if isinstance(value, list) else value


def taken(sheet: str) -> tuple[bool, bool]:
    """Return whether the loader takes a sheet, and whether the schema does."""
    _, findings = load_sheet("claims.yaml", sheet.encode())
    errors = jsonschema.Draft202012Validator(sheet_schema()).iter_errors(keyed(yaml.load(sheet, Plain)))  # noqa: S506
    return not any(finding.severity.label == "error" for finding in findings), not list(errors)


@pytest.mark.parametrize(
    "sheet",
    [
        CLAIM,
        "document: 5\n" + CLAIM,
        "document: [5, 6]\n" + CLAIM,
        "quantities: {x: {label: 5, unit: 5}}\n" + CLAIM,
        "quantities: {x: {parts: [y, z], complete: no}}\n" + CLAIM,
        'quantities: {x: {parts: [y, z], complete: "true"}}\n' + CLAIM,
        "quantities: {m: {ratio: x / y, unit: '%'}}\n" + CLAIM,
        "quantities: {销售: {unit: CNY}}\n" + CLAIM,
        CLAIM.replace("of: x", "of: asia + europe_2"),
        CLAIM.replace("of: x", "of: 'asia[2013]'"),
        CLAIM.replace("of: x", "of: true"),
        CLAIM.replace("in: 2014", "in: true"),
        "document: d.md\nclaims:\n  - {id: a, quote: 5, prefix: 5, suffix: true, line: '1', value: {of: x}}\n",
        CLAIM + "    ignore: {code: CC201, because: 5}\n",
        "defaults: {hedges: {about: 5%}, unit: 5}\n" + CLAIM,
        "document: [d.md]\n" + CLAIM,
        "quantities: {x: {parts: [y], complete: true}}\n" + CLAIM,
        CLAIM.replace("of: x", "of: [x]"),
        "claims:\n  - {id: a, readings: [{value: {of: x, is: 5}}]}\n",
        "claims:\n  - {id: a, average: {of: [x], weights: [1], is: 5}}\n",
        "claims:\n  - {id: a, count: {items: [b], is: one}}\n",
        "claims:\n  - {id: a, assert: x > 1}\n",
        "claims:\n  - {id: a, assert: {formula: x > 1}}\n",
        CLAIM + "exempt: []\n",
    ],
)
def test_what_the_loader_takes_the_schema_takes(sheet: str) -> None:
    assert taken(sheet) == (True, True)


@pytest.mark.parametrize(
    "sheet",
    [
        CLAIM.replace("id: a", "id: a b"),
        CLAIM.replace("id: a", "id: 'a[2014]'"),
        CLAIM.replace("id: a", "id: ''"),
        "quantities: {5: {unit: kg}}\n" + CLAIM,
        "quantities: {a b: {unit: kg}}\n" + CLAIM,
        "quantities: {q-r: {unit: kg}}\n" + CLAIM,
        "quantities: {x: {ratio: b}}\n" + CLAIM,
        "quantities: {x: {ratio: b + c}}\n" + CLAIM,
        "quantities: {x: {parts: a - b}}\n" + CLAIM,
        "quantities: {x: {part_of: b / c}}\n" + CLAIM,
        CLAIM.replace("of: x", "of: a - b"),
        CLAIM.replace("of: x", "of: '2014'"),
        CLAIM.replace("is: 5", "is: ''"),
        CLAIM.replace("in: 2014", "in: ''"),
        "defaults: {hedges: {foo: 5}}\n" + CLAIM,
        "document: [a, a]\n" + CLAIM,
        "document: d.md\n" + CLAIM + "    quote: 5\n    line: x\n",
        "surprise: 5\n" + CLAIM,
        "claims:\n  - {id: a, value: x}\n",
        "claims:\n  - {id: a, readings: []}\n",
        "claims:\n  - {id: a, readings: [{}]}\n",
        "claims:\n  - {id: a, readings: [{value: {of: x, is: 5}, growth: {of: x, in: 2014, is: 5%}}]}\n",
        "claims:\n  - {id: a, count: {items: [], is: one}}\n",
        "claims:\n  - {id: a, assert: [x > 1]}\n",
        "document: []\n" + CLAIM,
    ],
)
def test_what_the_loader_refuses_the_schema_refuses(sheet: str) -> None:
    assert taken(sheet) == (False, False)


def test_every_sheet_of_the_project_fits() -> None:
    root = Path(__file__).parents[2]
    sheets = [root / "claims.yaml", *root.glob("examples/*/claims.yaml")]
    assert len(sheets) > 3
    assert [path for path in sheets if taken(path.read_text(encoding="utf-8")) != (True, True)] == []


def test_an_editor_can_say_what_each_key_is_for() -> None:
    schema = sheet_schema()
    claim = schema["properties"]["claims"]["items"]["properties"]
    series = schema["properties"]["quantities"]["additionalProperties"]["properties"]
    kinds = schema["$defs"].values()
    silent = [
        key
        for properties in (schema["properties"], claim, series, schema["properties"]["defaults"]["properties"])
        for key, each in properties.items()
        if "$ref" not in each and "description" not in each
    ]
    assert silent == []
    assert all("description" in kind for kind in kinds)
