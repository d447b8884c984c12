"""Readers: bytes of a file to visible text with places. One file each, and one entry in `READERS`."""

import os
from collections.abc import Callable
from typing import NamedTuple

from claimcheck.documents.model import Document, DocumentError

Progress = Callable[[int, int], None]  # done so far, of so many
Read = Callable[[str, bytes, Progress | None], Document]
MAX_BYTES = 64 * 1024 * 1024


class Reader(NamedTuple):
    """One reader: the suffixes it reads and its module, imported when the first such file comes."""

    suffixes: tuple[str, ...]
    module: str
    extra: str = ""  # what to install for it


# In the order in which they are listed to people.
READERS = (
    Reader((".md", ".markdown", ".mdown", ".mkd"), "markdown"),
    Reader((".txt", ".text", ".org", ".adoc", ".asciidoc", ".log", ""), "plain"),
    Reader((".csv", ".tsv"), "table"),
    Reader((".html", ".htm", ".xhtml"), "html"),
    Reader((".ipynb",), "notebook"),
    Reader((".qmd", ".rmd"), "markdown"),
    Reader((".rst", ".rest"), "restructured"),
    Reader((".tex", ".latex", ".ltx"), "latex"),
    Reader((".docx",), "docx", "docx"),
    Reader((".pdf",), "pdf", "pdf"),
    Reader((".xlsx", ".xlsm"), "xlsx", "xlsx"),
)


def supported_suffixes() -> tuple[str, ...]:
    """Return the suffixes of all documents that can be read, extras included."""
    return tuple(suffix for reader in READERS for suffix in reader.suffixes if suffix)


def is_read(path: str) -> bool:
    """Whether a file that is called so can be read, extras included."""
    return _reader_of(path) is not None


def text_suffixes() -> tuple[str, ...]:
    """Return the suffixes of the texts that need no extra, for which a folder stands; tables and logs are none."""
    texts = (reader.suffixes for reader in READERS if not reader.extra and reader.module != "table")
    return tuple(suffix for suffixes in texts for suffix in suffixes if suffix not in ("", ".log"))


def read_document(path: str | os.PathLike[str], *, progress: Progress | None = None) -> Document:
    """Return the document at `path`; `progress` is told how far a long one is. Raises `DocumentError`."""
    name = os.fspath(path)
    return document_from_bytes(name, read_bytes(name), progress=progress)


def document_from_bytes(path: str, data: bytes, *, progress: Progress | None = None) -> Document:
    """Return the document that `data` holds; `path` names it and says by its suffix how to read it.

    Depends on its arguments alone. Raises `DocumentError`, also where an extra is not installed.
    """
    reader = _reader_of(path)
    if reader is None:
        suffix = os.path.splitext(path)[1].lower()
        raise DocumentError(f"{suffix} documents are not read; those that are: {', '.join(supported_suffixes())}", path)
    if len(data) > MAX_BYTES:
        raise DocumentError(f"larger than {MAX_BYTES // 2**20} MB, the most that is read", path)
    read = _reader(reader, path)
    return read(path, data, progress)


def read_bytes(path: str) -> bytes:
    """Return the bytes of the file at `path`. Raises `DocumentError` where it is missing, a directory or too large."""
    try:
        with open(path, "rb") as file:  # pathlib costs 3 ms at start-up
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise DocumentError("no such file", path) from None
    except IsADirectoryError:
        raise DocumentError("is a directory, not a document", path) from None
    except PermissionError:
        raise DocumentError("no permission to read it", path) from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise DocumentError(f"cannot be read: {getattr(error, 'strerror', None) or error}", path) from None
    if len(data) > MAX_BYTES:
        raise DocumentError(f"larger than {MAX_BYTES // 2**20} MB, the most that is read", path)
    return data


def _reader_of(path: str) -> Reader | None:
    suffix = os.path.splitext(path)[1].lower()  # pathlib costs 3 ms at start-up
    return next((reader for reader in READERS if suffix in reader.suffixes), None)


def _reader(reader: Reader, path: str) -> Read:
    from importlib import import_module

    try:
        module = import_module(f"{__name__}.{reader.module}")
    except ModuleNotFoundError as error:
        if not reader.extra or (error.name or "").startswith("claimcheck"):
            raise
        from claimcheck.findings.extras import install

        kind = reader.suffixes[0]
        how = install(reader.extra)
        raise DocumentError(f"reading {kind} needs an extra that is not installed: {how}", path) from None
    read: Read = module.read
    return read
