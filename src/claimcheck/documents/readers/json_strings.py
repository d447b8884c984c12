"""The strings of a JSON text with their places; for notebooks, whose text is inside JSON."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.documents.pieces import Pieces

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+"|[{}\[\],]|[^\s{}\[\],":]++')
_ESCAPE = re.compile(r"\\u[dD][89abAB]\w\w\\u[dD][c-fC-F]\w\w|\\u\w{4}|\\.")


class Located(NamedTuple):
    """A string of a JSON text: the keys and indexes that lead to it, and where between its quotes it stands."""

    way: tuple[str | int, ...]
    start: int
    end: int


def located_strings(source: str, deepest: int) -> Iterator[Located]:
    """Yield the string values of a valid JSON text that lie at most `deepest` levels deep, in order."""
    way: list[str | int] = []
    objects: list[bool] = []
    expects_key = False
    for token in _TOKEN.finditer(source):
        sign = token[0][0]
        if sign in "{[":
            objects.append(sign == "{")
            way.append("" if sign == "{" else 0)
            expects_key = sign == "{"
        elif sign in "}]":
            objects.pop()
            way.pop()
            expects_key = False
        elif sign == ",":
            if objects[-1]:
                expects_key = True
            else:
                last = way[-1]
                way[-1] = last + 1 if isinstance(last, int) else 0
        elif sign == '"' and expects_key:
            way[-1] = token[0][1:-1]
            expects_key = False
        elif sign == '"' and len(way) <= deepest:
            yield Located(tuple(way), token.start() + 1, token.end() - 1)


def add_string(pieces: Pieces, source: str, start: int, end: int) -> None:
    """Append the string that stands between its quotes at `source[start:end]`, escapes resolved."""
    at = start
    for escape in _ESCAPE.finditer(source, start, end):
        pieces.add(source[at : escape.start()], at)
        pieces.put(_character(escape[0]), escape.start())
        at = escape.end()
    pieces.add(source[at:end], at)


def _character(escape: str) -> str:
    from json import loads

    # One half of a pair of surrogates is no character: it shows as "?".
    return str(loads(f'"{escape}"')).encode("utf-8", "replace").decode("utf-8")
