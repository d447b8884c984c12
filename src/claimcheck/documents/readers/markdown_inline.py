"""Markdown inside a paragraph: emphasis, code, links, tags, entities and escapes, in one linear pass."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from claimcheck.documents.readers.marks import ENTITY, STRUCK, TAG, decoded, shown_for_tag, small_digits

if TYPE_CHECKING:
    from claimcheck.documents.pieces import Edit

_DASH = r"(?<=[\w%)])---?(?=[\w$€£(])|(?<= )---?(?= )"  # two or three hyphens that stand for one dash
_MARK = re.compile(rf"{_DASH}|\*+|_+|`+|~~+|[\[\]<&\\$]")
# As Pandoc has it; "$5 and C$" is none.
_MATH = re.compile(r"\$(?![\s$]|\d[^$\\^\n]* [^$\\^\n]*\$)[^$\n]*(?<![\s$\\])\$(?!\d)")
_IN_MATH = re.compile(
    r"\\(?:text|mathrm|mathbf|mathit|operatorname)\{([^{}]*)\}|\\[dt]?frac\{([^{}]*)\}\{([^{}]*)\}"
    r"|\\([a-zA-Z]+|[^a-zA-Z\s])|\{,\}"
)
_TARGET = (
    r"""\(\s*+(?:<[^<>\n]*+>|[^\s()<>]*+(?:\([^\s()]*+\)[^\s()<>]*+)*+)"""
    r"""(?:\s++(?:"[^"]*+"|'[^']*+'|\([^()]*+\)))?\s*+\)"""
)
_LABEL = r"\[([^\[\]]*+)\]"
_ATTRIBUTES = r"\{[^{}\n]*+\}"
LABEL_LIMIT = 1000  # characters, as CommonMark has it
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


def inline_edits(
    source: str, start: int, end: int, references: frozenset[str], edits: list[Edit], code: list[tuple[int, int]]
) -> None:
    """Add to `edits` what marks up `source[start:end]`, and to `code` its code spans."""
    marks = _MARK.finditer(source, start, end)
    first = next(marks, None)
    if first is None:
        return
    _Inline(source, start, end, references, edits, code).run()


class _Inline:
    """The state of the pass over one paragraph."""

    def __init__(
        self,
        source: str,
        start: int,
        end: int,
        references: frozenset[str],
        edits: list[Edit],
        code: list[tuple[int, int]],
    ) -> None:
        self.source, self.start, self.end = source, start, end
        self.references, self.edits, self.code = references, edits, code
        self.brackets: list[int] = []
        self.open: list[list[int]] = []  # runs that may open emphasis: [offset, length, character]
        self.waiting = {ord("*"): 0, ord("_"): 0, ord("~"): 0}  # how many of `open` are of a character
        self.last_comment: int | None = None
        self.unclosed: set[str] = set()  # names of tags of which no further one closes
        self.ticks: dict[int, list[int]] | None = None

    def hide(self, start: int, end: int) -> None:
        self.edits.append((start, end, ""))

    def run(self) -> None:
        source, skip = self.source, self.start
        for mark in _MARK.finditer(source, self.start, self.end):
            at = mark.start()
            if at < skip:
                continue
            sign = source[at]
            if sign in "*_~":
                self.emphasis(at, mark.end())
            elif sign == "\\":
                skip = self.escape(at)
            elif sign == "-":
                self.edits.append((at, mark.end(), "–" if mark.end() - at == len("--") else "—"))
            elif sign == "$":
                skip = self.math(at)
            elif sign == "`":
                skip = self.code_span(at, mark.end())
            elif sign == "<":
                skip = self.tag(at)
            elif sign == "&":
                skip = self.entity(at)
            elif sign == "[":
                skip = self.bracket(at)
            else:
                skip = self.close_bracket(at)

    def escape(self, at: int) -> int:
        following = self.source[at + 1 : at + 2]
        if following in _PUNCTUATION or following in ("\n", "\r"):
            self.hide(at, at + 1)
            return at + 2
        return at + 1

    def math(self, at: int) -> int:
        """Hide the marks of a formula in a line."""
        found = _MATH.match(self.source, at, self.end)
        if not found:
            return at + 1
        from claimcheck.documents.readers.latex_commands import SHOWN

        self.hide(at, at + 1)
        for inner in _IN_MATH.finditer(self.source, at + 1, found.end() - 1):
            text, above, below, name = inner.groups()
            shown = text or (f"{above}/{below}" if above else SHOWN.get(name, "") if name else ",")
            self.edits.append((inner.start(), inner.end(), shown))
        self.hide(found.end() - 1, found.end())
        return found.end()

    def code_span(self, at: int, after: int) -> int:
        if self.ticks is None:
            self.ticks = {}
            for run in re.compile("`+").finditer(self.source, self.start, self.end):
                self.ticks.setdefault(run.end() - run.start(), []).append(run.start())
        runs = self.ticks.get(after - at, [])
        following = bisect_right(runs, at)
        if following == len(runs):
            return after
        close = runs[following]
        self.hide(at, after)
        self.hide(close, close + after - at)
        self.code.append((after, close))
        return close + after - at

    def tag(self, at: int) -> int:
        if self.source.startswith("<!--", at):
            return self.comment(at)
        found = re.compile(TAG).match(self.source, at, self.end)
        if not found:
            return at + 1
        if found["link"]:
            self.hide(at, at + 1)
            self.hide(found.end() - 1, found.end())
            return found.end()
        name = (found["name"] or "").lower()
        if name in ("sup", "sub"):
            return self.raised(found)
        if name in STRUCK and (end := self.struck(name, found.end())):
            self.hide(at, end)
            return end
        self.edits.append((at, found.end(), shown_for_tag(name)))
        return found.end()

    def struck(self, name: str, after: int) -> int:
        """Return where what a tag strikes out ends; 0 where nothing closes it."""
        closing = None
        if name not in self.unclosed:
            closing = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(self.source, after, self.end)
        if closing is None:
            self.unclosed.add(name)
            return 0
        return closing.end()

    def comment(self, at: int) -> int:
        if self.last_comment is None:
            self.last_comment = self.source.rfind("-->", self.start, self.end)
        if at >= self.last_comment:
            return at + 1
        end = self.source.find("-->", at) + len("-->")
        self.hide(at, end)
        return end

    def raised(self, tag: re.Match[str]) -> int:
        """Show what is raised or lowered in small digits, so that a footnote's mark never lengthens a number."""
        self.hide(tag.start(), tag.end())
        name, start = tag["name"].lower(), tag.end()
        close = self.source.find("<", start, self.end)
        if tag[0].startswith("</") or close < 0:
            return start
        self.edits.append((start, close, small_digits(self.source[start:close], name)))
        return close

    def entity(self, at: int) -> int:
        found = re.compile(ENTITY).match(self.source, at, self.end)
        if not found:
            return at + 1
        self.edits.append((at, found.end(), decoded(found[0])))
        return found.end()

    def bracket(self, at: int) -> int:
        if self.source.startswith("[^", at):
            label = re.compile(_LABEL).match(self.source, at, self.end)
            if label:
                self.hide(at, label.end())
                return label.end()
        self.brackets.append(at)
        return at + 1

    def close_bracket(self, at: int) -> int:
        if not self.brackets:
            return at + 1
        opened = self.brackets.pop()
        source = self.source
        following = source[at + 1 : at + 2]
        after = at + 1
        target = None
        if following == "(":
            target = re.compile(_TARGET).match(source, after, self.end)
        elif following == "{":
            target = re.compile(_ATTRIBUTES).match(source, after, self.end)
        elif following == "[":
            target = re.compile(_LABEL).match(source, after, self.end)
            if target and target[1] and not self.is_reference(after, target.end() - 1):
                target = None
        if (target is None or target[0] == "[]") and not self.is_reference(opened, at):
            return after
        image = opened > self.start and source[opened - 1] == "!"
        self.hide(opened - image, opened + 1)
        end = target.end() if target else after
        self.hide(at, end)
        return end

    def is_reference(self, opened: int, at: int) -> bool:
        if not self.references or at - opened > LABEL_LIMIT:
            return False
        return " ".join(self.source[opened + 1 : at].casefold().split()) in self.references

    def emphasis(self, at: int, after: int) -> None:
        """Pair a run of marks with those that wait, by CommonMark's rules of what may open and close."""
        source = self.source
        before = source[at - 1] if at > self.start else " "
        following = source[after] if after < self.end else " "
        space_before, space_after = before.isspace(), following.isspace()
        word_before, word_after = before.isalnum(), following.isalnum()
        left = not space_after and (word_after or not word_before)
        right = not space_before and (word_before or not word_after)
        sign, length = ord(source[at]), after - at
        if source[at] == "_":
            left, right = left and (not right or not word_before), right and (not left or not word_after)
        while right and length and self.waiting[sign]:
            while self.open[-1][2] != sign:
                self.waiting[self.open.pop()[2]] -= 1
            opener = self.open[-1]
            used = min(2, opener[1], length)
            opener[1] -= used
            self.hide(opener[0] + opener[1], opener[0] + opener[1] + used)
            self.hide(at, at + used)
            if used > 1 and source[at] == "~" and source.find("|", opener[0], at) < 0:  # struck out, but no cells
                self.hide(opener[0] + opener[1], at + used)
            at, length = at + used, length - used
            if not opener[1]:
                self.open.pop()
                self.waiting[sign] -= 1
        if left and length:
            self.open.append([at, length, sign])
            self.waiting[sign] += 1
