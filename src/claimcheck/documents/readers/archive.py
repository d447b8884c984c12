"""What is checked of an office file (a zip) before anything unpacks it."""

from __future__ import annotations

import io

from claimcheck.documents.model import DocumentError

MOST_UNPACKED = 512 * 1024 * 1024
MOST_FILES = 10_000
RATIO, RATIO_FROM = 200, 16 * 1024 * 1024  # unpacked to packed; text that repeats itself reaches about 100


def check_archive(path: str, data: bytes, kind: str) -> None:
    """Raise `DocumentError` where `data` is no zip, or one that unpacks to more than a document would."""
    import zipfile

    try:
        entries = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
        raise DocumentError(f"no {kind} file, or a broken one: {_line(error)}", path) from None
    # The declared sizes are the most that zipfile gives out, whatever the packed data holds.
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_FILES:
        raise DocumentError(f"holds {len(entries):,} files; no {kind} with more than {MOST_FILES:,} is read", path)
    if unpacked > MOST_UNPACKED or (unpacked > RATIO_FROM and unpacked > RATIO * len(data)):
        raise DocumentError(f"unpacks to {unpacked // 2**20:,} MB from {len(data):,} bytes: not read", path)
    if any(entry.flag_bits & 1 for entry in entries):
        raise DocumentError(f"is an encrypted {kind} file", path)


def broken(path: str, kind: str, error: Exception) -> DocumentError:
    """Return the error for a file that a library could not make sense of, in one line."""
    return DocumentError(f"no {kind} file, or a broken one: {_line(error)}", path)


def _line(error: Exception) -> str:
    text = " ".join(str(error).split()) or type(error).__name__
    return text if len(text) <= len("x") * 160 else f"{text[:160]}..."
