"""Shares, parts, sums and differences over several sentences: a wrong number is found, the right one left in peace."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from claimcheck.app.extract import check, extract
from claimcheck.documents.readers import document_from_bytes

PARTS = yaml.safe_load(Path(__file__).with_name("parts.yaml").read_text(encoding="utf-8"))


def found(text: str, number: str = "") -> bool:
    document = document_from_bytes("text.md", re.sub(r"\bR\b", number, text).encode())
    return bool(check(document, extract(document, "text.md"), mend=False).findings)


@pytest.mark.parametrize("case", PARTS["others"], ids=lambda case: case["text"][:60])
def test_parts_are_held_against_their_whole(case: dict[str, str]) -> None:
    assert not found(case["text"], case["right"])
    assert found(case["text"], case["wrong"])


@pytest.mark.parametrize("text", PARTS["sound"])
def test_what_may_be_of_another_whole_is_left_in_peace(text: str) -> None:
    assert not found(text)
