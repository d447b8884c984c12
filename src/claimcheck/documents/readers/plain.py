"""Plain text, and the decoding that all text readers share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.documents.model import Document, DocumentError

if TYPE_CHECKING:
    from claimcheck.documents.readers import Progress

_MARKS = (  # byte order marks: what a file is when it is not UTF-8; the longer first
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)


def read(path: str, data: bytes, _progress: Progress | None) -> Document:
    """Return the text as it stands."""
    return Document(path, decode(path, data))


def decode(path: str, data: bytes, encoding: str = "utf-8") -> str:
    """Return `data` as text without a byte order mark. Raises `DocumentError` with the place of the first bad byte."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            raise DocumentError(f"is {name}, not UTF-8: save it as UTF-8", path)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode(encoding, "replace")) + 1
        raise DocumentError(
            f"not {encoding.upper()}: byte {data[error.start]:#04x}; save it as UTF-8",
            path, line, column,
        ) from None  # fmt: skip
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise DocumentError(f"not a text: a NUL byte in line {line}", path, line, 1)
    return text.removeprefix("\ufeff")
