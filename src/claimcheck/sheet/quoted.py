"""Texts in double quotation marks, as YAML reads them."""

from __future__ import annotations

import json
import re

NOT_IN_YAML = re.compile("[^\x20-\x7e\xa0-\u2027\u202a-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")  # or folded there


def quoted(text: str) -> str:
    """Return a text as a YAML scalar in double quotation marks that means exactly it."""
    return NOT_IN_YAML.sub(lambda found: f"\\U{ord(found[0]):08x}", json.dumps(text, ensure_ascii=False))
