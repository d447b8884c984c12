"""The JSON Schema of the report that `--format json` prints; `jsonl` holds one such report a line."""

from __future__ import annotations

from typing import Any

from claimcheck.reports.json_report import FORMAT_VERSION
from claimcheck.verdicts import Verdict

_TEXT = {"type": "string"}
_MAYBE_TEXT = {"type": ["string", "null"]}
_COUNT = {"type": "integer", "minimum": 0}
_LINE = {"type": "integer", "minimum": 1}
_TRUTH = {"type": "boolean"}
_DECIMAL = {
    "type": ["string", "null"],
    "pattern": r"^-?[0-9]+(\.[0-9]+)?$",
    "description": "A decimal rounded outward to 12 significant digits; percents are fractions; null: unbounded.",
}
_VERDICTS = tuple(verdict.value for verdict in Verdict)
_SEVERITY = {"enum": ["error", "warning", "note"]}
_ENDS: dict[str, Any] = {"low": _DECIMAL, "high": _DECIMAL, "low_open": _TRUTH, "high_open": _TRUTH}


def report_schema() -> dict[str, Any]:
    """Return the schema (draft 2020-12): one report, or a list of them where several sheets were verified."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "claimcheck report",
        "description": f"Format version {FORMAT_VERSION}; its second number adds, its first breaks.",
        "anyOf": [{"$ref": "#/$defs/report"}, {"type": "array", "items": {"$ref": "#/$defs/report"}}],
        "$defs": {
            "report": _report(),
            "claim": _claim(),
            "conflict": _conflict(),
            "finding": _finding(),
            "place": _object(**_place()),
            "interval": _object(**_ENDS),
        },
    }


def _object(**properties: Any) -> dict[str, Any]:
    """Return the schema of an object that has these keys and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _or_null(schema: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [schema, {"type": "null"}]}


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _report() -> dict[str, Any]:
    counted = dict.fromkeys(("claims", *_VERDICTS, "conflicts"), _COUNT)
    return _object(
        format_version={"type": "string", "pattern": f"^{FORMAT_VERSION.split('.')[0]}\\."},
        tool=_object(name={"const": "claimcheck"}, version=_TEXT),
        sheet=_TEXT,
        summary=_object(**counted, exit_code={"enum": [0, 1, 2]}),
        claims=_list({"$ref": "#/$defs/claim"}),
        conflicts=_list({"$ref": "#/$defs/conflict"}),
        findings=_list({"$ref": "#/$defs/finding"}),
    )


def _claim() -> dict[str, Any]:
    return _object(
        id=_TEXT,
        kind=_TEXT,
        sheet=_TEXT,
        line=_LINE,
        quote=_MAYBE_TEXT,
        document=_MAYBE_TEXT,
        document_line=_or_null(_LINE),
        assumed=_TRUTH,
        verdict={"enum": list(_VERDICTS)},
        stated=_or_null(_object(text=_TEXT, **_ENDS)),
        recomputed=_or_null(_object(**_ENDS, exact=_TRUTH)),
        slack={"type": ["string", "null"], "description": "Half-units of the last printed digit until it fails."},
        reason={"type": ["string", "null"], "description": "Why it is undecided or unchecked."},
        bearing=_list(_TEXT),
        conflicts=_list(_COUNT),
    )


def _conflict() -> dict[str, Any]:
    slip = _object(name=_TEXT, text=_TEXT)
    interval = {"$ref": "#/$defs/interval"}
    return _object(
        claims=_list(_TEXT),
        severity=_SEVERITY,
        steps=_list(_object(claim=_TEXT, text=_TEXT)),
        repairs=_list(_object(claim=_TEXT, needs=_or_null(interval), exact=_TRUTH, cures=_TRUTH, slip=_or_null(slip))),
        minimal=_TRUTH,
        suspect=_or_null(_TEXT),
    )


def _finding() -> dict[str, Any]:
    return _object(
        code={"type": "string", "pattern": "^CC[0-9]{3}$"},
        name=_TEXT,
        severity=_SEVERITY,
        message=_TEXT,
        claim=_MAYBE_TEXT,
        conflict=_or_null(_COUNT),
        help=_MAYBE_TEXT,
        primary={"$ref": "#/$defs/place"},
        related=_list(_object(**_place(), message=_TEXT, claim=_MAYBE_TEXT)),
    )


def _place() -> dict[str, Any]:
    return {"path": _TEXT, "line": _LINE, "column": _LINE, "end_line": _LINE, "end_column": _LINE, "label": _MAYBE_TEXT}
