"""The JSON Schema of a claims sheet, made from the claim kinds themselves."""

from __future__ import annotations

from typing import Any

from claimcheck.kinds import NAMES, kind_class
from claimcheck.kinds.base import Argument, Role
from claimcheck.kinds.over_time import STEPS
from claimcheck.quantity.hedges import WIDTHS
from claimcheck.quantity.style import LOCALES, ROUNDINGS

Schema = dict[str, Any]

# The loader takes every value as the text that is written: `label: 5` and `prefix: true` are texts as well.
_SCALAR: Schema = {"type": ["string", "number", "boolean"], "minLength": 1}
_TEXT = _SCALAR
_PERIOD: Schema = {**_SCALAR, "description": "2015, 2015-Q3, 2015-07, FY2019, 2005..2010"}
# A name is letters of any script, digits and _; patterns know Latin ones only, so it is told by what it has not.
_NAME = r"[^\s\d!-/:-@\[-^`{-~][^\s!-/:-@\[-^`{-~]*"
_TERM = rf"{_NAME}\s*(?:\[[^\]]*\]\s*)?"
_NAME_SUM: Schema = {
    "type": ["string", "boolean"],
    "pattern": rf"^\s*{_TERM}(?:\+\s*{_TERM})*$",
    "description": "a quantity, or a sum: asia + europe",
}
# What an editor shows beside a key, where the key itself does not say more.
_HELP = {
    "document": "the text, or several, relative to the sheet",
    "defaults": "what holds for every claim that does not say otherwise",
    "quantities": "what a reader knows of the numbers: units, parts and wholes",
    "claims": "what the document says: one claim a number",
    "exempt": "numbers that need no claim, each with a reason",
    "quote": "words that stand in the document, with the number",
    "prefix": "words right before the quote, where it stands more than once",
    "suffix": "words right after the quote, where it stands more than once",
    "line": "the line of the quote, where it stands more than once",
    "ignore": "findings that are known, each with a reason",
    "readings": "several kinds: the claim holds when one of them does",
    "because": "the reason",
    "code": "a rule: CC201, or its name",
    "unit": "USD, kg, people, %",
    "label": "the name for people",
    "sign": "any, where it may be below zero",
    "parts": "what it is made of: their sum is the whole",
    "complete": "no, where there are more parts",
    "part_of": "the whole of which it is a part",
    "rounding": "how the document rounds",
    "locale": "how numbers are printed: de reads 1.234,5",
    "over": "how far back the period before is",
    "coverage": "required: a number in no claim is an error",
}
_TRUTH: Schema = {"enum": [True, False, "true", "false", "yes", "no"]}


def sheet_schema() -> Schema:
    """Return the schema (draft 2020-12) that editors complete and check sheets with."""
    properties: dict[str, Schema] = {
        "document": {"anyOf": [_TEXT, {"type": "array", "items": _TEXT, "minItems": 1, "uniqueItems": True}]},
        "defaults": _defaults(),
        "quantities": {
            "type": "object",
            "propertyNames": {"pattern": f"^{_NAME}$"},
            "additionalProperties": _series(),
        },
        "claims": {"type": ["array", "null"], "items": _claim()},
        "exempt": {"type": ["array", "null"], "items": _exemption()},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A claims sheet of claimcheck",
        **_object(properties, ("claims",)),
        "$defs": {f"kind-{name}": _kind(name) for name in NAMES},
    }


def _one_or_more(item: Schema) -> Schema:
    return {"anyOf": [item, {"type": "array", "items": item, "minItems": 1}]}


def _object(properties: dict[str, Schema], required: tuple[str, ...] = ()) -> Schema:
    told = {key: {"description": _HELP[key], **each} if key in _HELP else each for key, each in properties.items()}
    return {"type": "object", "properties": told, "required": list(required), "additionalProperties": False}


def _style() -> dict[str, Schema]:
    return {
        "precision": {**_SCALAR, "description": "printed, exact, 3 digits, 1 billion"},
        "rounding": {"enum": list(ROUNDINGS)},
        "scale": {**_SCALAR, "description": "what bare numbers are multiplied by: thousand"},
        "locale": {"enum": list(LOCALES)},
    }


def _defaults() -> Schema:
    return _object(
        {
            "in": _PERIOD,
            "over": {"enum": list(STEPS)},
            "unit": _TEXT,
            **_style(),
            "hedges": {
                "type": "object",
                "propertyNames": {"enum": list(WIDTHS)},
                "additionalProperties": _SCALAR,
                "description": "widths: about: 5%",
            },
            "coverage": {"enum": ["required"]},
        }
    )


def _series() -> Schema:
    properties = {
        "label": _TEXT,
        "unit": _TEXT,
        "sign": {"enum": ["any", "positive"]},
        "parts": _one_or_more(_NAME_SUM),
        "complete": _TRUTH,
        "part_of": _NAME_SUM,
        "ratio": {
            "type": "string",
            "pattern": rf"^\s*{_TERM}(?:\+\s*{_TERM})*/\s*{_TERM}(?:\+\s*{_TERM})*$",
            "description": "profit / revenue",
        },
    }
    return {**_object(properties), "type": ["object", "null"]}


def _quoted() -> dict[str, Schema]:
    beside = {
        "prefix": _TEXT,
        "suffix": _TEXT,
        "line": {"type": ["integer", "string"], "minimum": 1, "pattern": "^0*[1-9][0-9]*$"},
    }
    return {"quote": _one_or_more({"anyOf": [_SCALAR, _object({"quote": _SCALAR, **beside}, ("quote",))]}), **beside}


def _claim() -> Schema:
    kinds = {name: {"$ref": f"#/$defs/kind-{name}"} for name in NAMES}
    properties = {
        "id": {**_SCALAR, "pattern": r"^[^\s\[\]]+$", "description": "a short name, without spaces"},
        **_quoted(),
        **_style(),
        "ignore": _one_or_more(_object({"code": _TEXT, "because": _TEXT}, ("code", "because"))),
        "readings": {
            "type": "array",
            "minItems": 1,
            "items": {**_object(kinds), "minProperties": 1, "maxProperties": 1},
        },
        **kinds,
    }
    one_kind = [{"required": [name]} for name in (*NAMES, "readings")]
    return {**_object(properties, ("id",)), "oneOf": one_kind}


def _exemption() -> Schema:
    return _object({**_quoted(), "because": _TEXT}, ("quote", "because"))


def _kind(name: str) -> Schema:
    cls = kind_class(name)
    arguments = cls.arguments()
    properties = {a.key: {**_argument(a), "description": a.help} for a in arguments}
    schema = _object(properties, tuple(a.key for a in arguments if a.required))
    schema["description"] = cls.summary
    return {"anyOf": [_TEXT, schema], "description": cls.summary} if name == "assert" else schema


def _argument(argument: Argument) -> Schema:
    listed: Schema = {"type": "array", "minItems": 1}
    return {
        Role.OPERAND: _one_or_more(_NAME_SUM),
        Role.OPERANDS: {**listed, "items": _NAME_SUM},
        Role.COUNTED: _one_or_more({"type": ["string", "integer"]}),
        Role.PERIOD: _one_or_more(_PERIOD),
        Role.NUMBER: _one_or_more(_SCALAR),
        Role.WORD: {"enum": list(argument.words)},
        Role.STEP: {"enum": list(argument.words)},
        Role.EXACT: _SCALAR,
        Role.EXACTS: {**listed, "items": _SCALAR},
        Role.ITEMS: {**listed, "items": _SCALAR},
        Role.TRUTH: _TRUTH,
        Role.FORMULA: _TEXT,
        Role.CLAIM: _TEXT,
        Role.RIVAL: _TEXT,
    }[argument.role]
