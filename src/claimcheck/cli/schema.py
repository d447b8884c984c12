"""`claimcheck schema`."""

from __future__ import annotations

from claimcheck.cli.output import write


def schema() -> None:
    """Print the JSON Schema of claims sheets, for editors."""
    import json

    from claimcheck.sheet.schema import sheet_schema

    write(json.dumps(sheet_schema(), indent=2, ensure_ascii=False) + "\n", None)
