"""Reading files: which reader, and what is said of files that cannot be read."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from claimcheck.documents import readers
from claimcheck.documents.model import DocumentError
from claimcheck.documents.readers import READERS, document_from_bytes, read_document, supported_suffixes

if TYPE_CHECKING:
    from pathlib import Path


def refused(path: str, data: bytes) -> DocumentError:
    with pytest.raises(DocumentError) as error:
        document_from_bytes(path, data)
    assert "\n" not in str(error.value)
    assert str(error.value).startswith(path)
    return error.value


def test_each_suffix_has_one_reader_and_each_reader_a_module() -> None:
    suffixes = supported_suffixes()
    assert len(suffixes) == len(set(suffixes))
    assert {".md", ".txt", ".html", ".ipynb", ".tex", ".qmd", ".docx", ".pdf", ".xlsx"} <= set(suffixes)
    for reader in READERS:
        if not reader.extra:
            assert callable(importlib.import_module(f"claimcheck.documents.readers.{reader.module}").read)


def test_a_document_whose_extra_is_missing_says_how_to_install_it(claimcheck, sheet, monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    monkeypatch.delitem(sys.modules, "claimcheck.documents.readers.pdf", raising=False)
    path = sheet("document: report.pdf\nclaims:\n  - {id: a, quote: 5 firms, value: {of: firms}}\n")
    (path.parent / "report.pdf").write_bytes(b"%PDF-1.4")
    ran = claimcheck("verify", path, "-f", "concise")
    assert (ran.code, "CC021" in ran.out, "claimcheck-cli[pdf]" in ran.out) == (2, True, True), ran


def test_a_file_is_read_by_its_suffix_whatever_its_case(tmp_path: Path) -> None:
    (tmp_path / "A.MD").write_text("**7%** more", encoding="utf-8")
    (tmp_path / "a.txt").write_text("**7%** more", encoding="utf-8")
    (tmp_path / "NOTES").write_text("**7%** more", encoding="utf-8")
    assert read_document(tmp_path / "A.MD").text == "7% more"
    assert read_document(str(tmp_path / "a.txt")).text == "**7%** more"
    assert read_document(tmp_path / "NOTES").text == "**7%** more"


def test_a_document_keeps_the_path_it_was_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    assert read_document(tmp_path / "a.txt").path == str(tmp_path / "a.txt")


def test_a_missing_file_a_directory_and_a_bad_name_are_told_apart(tmp_path: Path) -> None:
    for path, message in (
        (tmp_path / "no.md", "no such file"),
        (tmp_path, "is a directory"),
        ("a\0.md", "cannot be read"),
    ):
        with pytest.raises(DocumentError, match=message):
            read_document(path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads every file")
def test_a_file_without_permission_is_said_to_be_so(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("x", encoding="utf-8")
    path.chmod(0)
    with pytest.raises(DocumentError, match="no permission"):
        read_document(path)


def test_an_endless_file_is_refused_and_not_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "MAX_BYTES", 2**20)
    with pytest.raises(DocumentError, match="larger than 1 MB"):
        read_document("/dev/zero")


def test_too_many_bytes_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "MAX_BYTES", 2**20)
    assert "larger than 1 MB" in refused("a.md", b"x" * (2**20 + 1)).message


def test_an_unknown_suffix_lists_the_known_ones() -> None:
    assert ".md" in refused("a.pages", b"x").message


def test_what_is_not_utf_8_is_refused_with_the_place_of_the_byte() -> None:
    error = refused("a.md", "eins\nzwei drü".encode("latin-1"))
    assert (error.line, error.column) == (2, 8)
    assert error.message == "not UTF-8: byte 0xfc; save it as UTF-8"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-32"])
def test_utf_16_and_utf_32_are_named(encoding: str) -> None:
    data = "7%".encode(encoding)
    if encoding == "utf-16-be":
        data = b"\xfe\xff" + data
    assert "save it as UTF-8" in refused("a.txt", data).message


def test_a_byte_order_mark_is_no_text() -> None:
    document = document_from_bytes("a.md", b"\xef\xbb\xbf7% more")
    assert (document.text, document.place(0)) == ("7% more", (1, 1))


def test_a_binary_file_is_no_text() -> None:
    assert (refused("a.txt", b"one\n\0\1").message) == "not a text: a NUL byte in line 2"


@pytest.mark.parametrize("extra", ["docx", "pdf", "xlsx"])
def test_a_missing_extra_is_one_line_that_says_what_to_install(extra: str, monkeypatch: pytest.MonkeyPatch) -> None:
    library = {"docx": "docx", "pdf": "pypdfium2", "xlsx": "openpyxl"}[extra]
    monkeypatch.setitem(sys.modules, library, None)
    monkeypatch.delitem(sys.modules, f"claimcheck.documents.readers.{extra}", raising=False)
    assert f"pip install 'claimcheck-cli[{extra}]'" in refused(f"a.{extra}", b"").message


def test_reading_and_anchoring_in_markdown_imports_nothing_slow() -> None:
    code = """
import __future__, sys, re, os, typing, functools, importlib, bisect
had = set(sys.modules)
from claimcheck.documents.readers import document_from_bytes
from claimcheck.documents.anchor import anchor
document = document_from_bytes("a.md", "Trade **fell** by\\n7\\xa0% &amp; more".encode())
assert anchor(document, "fell by 7%")
print(*sorted(set(sys.modules) - had))
"""
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert [name for name in loaded if not name.startswith("claimcheck")] in ([], ["enum"])
