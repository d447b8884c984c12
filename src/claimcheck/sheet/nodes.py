"""YAML to nodes that keep their place and their source text: PyYAML's events, nothing resolved, nothing aliased."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

_PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 40
_LONGEST = 100_000
_THOUSANDS = re.compile(r"\d{3}\b")


class Scalar(NamedTuple):
    """A text as it stands in the file: `no`, `1:30` and `010` are texts like any other."""

    text: str
    line: int
    column: int
    end_line: int
    end_column: int
    quoted: bool = False


class Sequence(NamedTuple):
    """A list of nodes."""

    items: tuple["Node", ...]
    line: int
    column: int


class Mapping(NamedTuple):
    """Keys and values, in order."""

    pairs: tuple[tuple[Scalar, "Node"], ...]
    line: int
    column: int


Node = Scalar | Sequence | Mapping


# What the parser says of a line that is indented otherwise than those it belongs to.
_ASKEW = ("mapping values are not allowed", "did not find expected '-' indicator", "did not find expected key")


class YamlError(Exception):
    """A file that is not the YAML that sheets are written in: a rule's name, a message, and a place."""

    def __init__(self, rule: str, message: str, line: int, column: int, help_: str = "") -> None:
        super().__init__(message)
        self.rule, self.message, self.line, self.column, self.help = rule, message, line, column, help_


class Slip(NamedTuple):
    """A mistake that leaves the nodes readable: a rule's name, a message, a place."""

    rule: str
    message: str
    node: Node
    help: str = ""


def parse_yaml(text: str) -> tuple[Node | None, list[Slip]]:
    """Return the root node of `text` (None when it is empty) and its slips; raises YamlError where it ends."""
    try:
        builder = _Builder(yaml.parse(text, Loader=_PARSER))
        return builder.document(), builder.slips
    except yaml.MarkedYAMLError as error:
        if "nesting depth" in str(error.problem) and error.problem_mark:
            # libyaml from 0.2.6 on has a limit of its own and looks ahead for it; what stands before it tells ours.
            return parse_yaml(text[: error.problem_mark.index - 1])
        raise _explained(text, error) from None
    except yaml.reader.ReaderError as error:
        line, column = _place(text, error.position)
        raise YamlError(
            "invalid-yaml", f"a control character stands here (#x{error.character:04x})", line, column
        ) from None


def _explained(text: str, error: yaml.MarkedYAMLError) -> YamlError:
    """Return the parser's error at the place where a person mends it."""
    if conflict := re.search(r"^(?:<{7} |={7}$|>{7} )", text, re.MULTILINE):
        help_ = "keep one side, and take the lines <<<<<<<, ======= and >>>>>>> out"
        message = "not YAML: a merge conflict stands here"
        return YamlError("invalid-yaml", message, *_place(text, conflict.start()), help_)
    if space := re.search(r"^ *(?:- *)?(?:\w+:)?([^\S \n\r\t])", text, re.MULTILINE):
        return _misspaced(space[1], *_place(text, space.start(1)))
    unclosed = error.context == "while scanning a quoted scalar"
    begun = unclosed or error.context == "while scanning a simple key"
    mark = (error.context_mark if begun else None) or error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    if tight := _tight(text, error, line):
        return tight
    if unclosed:
        return YamlError("invalid-yaml", "not YAML: the quotation mark that opens here is never closed", line, column)
    context = f"{error.context}: " if error.context else ""
    return YamlError("invalid-yaml", f"not YAML: {context}{error.problem}", line, column, _advice(text, error, line))


def _misspaced(space: str, line: int, column: int) -> YamlError:
    """Return the error of a space that YAML does not indent with, as pages on the web have it."""
    message = f"not YAML: a space of another kind (U+{ord(space):04X}) stands here"
    return YamlError("invalid-yaml", message, line, column, "keys are indented with plain spaces")


def _tight(text: str, error: yaml.MarkedYAMLError, line: int) -> YamlError | None:
    """Return the error of a dash or a key without the space behind it, `-id: a` or `id:a`, in this line or before."""
    if not any(words in str(error.problem) for words in _ASKEW):
        return None
    for number in (line, line - 1):
        source = text.splitlines()[number - 1] if number > 0 else ""
        found = re.match(r" *(?:(-)(?=\w+:)|(?:- )?\w+(:)(?=\w))", source)
        if found:
            sign, name = (found[1], "dash") if found[1] else (found[2], "colon")
            message = f"not YAML: no space behind the {name}"
            return YamlError("invalid-yaml", message, number, found.end(), f"write a space behind the {sign!r}")
    return None


def _advice(text: str, error: yaml.MarkedYAMLError, line: int) -> str:
    lines = text.splitlines()
    source = lines[line - 1] if line <= len(lines) else ""
    if "\t" in source[: len(source) - len(source.lstrip())] or "\\t" in str(error.problem):
        return "YAML is indented with spaces, not tabs"
    if "[" in source and "'}'" in str(error.problem):
        return 'between { and } a text with brackets in it stands in quotes, "exports[2015]"'
    if quoting := _quoting(source, error):
        return quoting
    if ": " in source.partition(": ")[2]:
        return "a text with a colon and a space in it stands in quotes"
    if any(words in str(error.problem) for words in _ASKEW):
        return "check how this line is indented: keys of one mapping stand in one column"
    if "could not find expected ':'" in str(error.problem):
        return "a key ends in a colon"
    return "a text that begins with % stands in quotes" if source.startswith("%") else ""


def _quoting(source: str, error: yaml.MarkedYAMLError) -> str:
    """Return how a text is quoted of which a sign within, or the first, is read as YAML's own; "" of others."""
    if "cannot start any token" in str(error.problem) and error.problem_mark:
        return f"a text that begins with {source[error.problem_mark.column :][:1]} stands in quotes"
    if re.search(r""":\s*'[^']*'\w""", source):
        return "in a text between ' and ' an apostrophe is written twice, or the text stands between double quotes"
    if re.search(r""":\s*"[^"]*"\s*\w""", source):
        return 'in a text between " and " a quotation mark is written \\", or the text stands between single ones'
    if "',' or ']'" in str(error.problem):
        return "a list ends in ], and a text in it with a comma, a colon or a bracket stands in quotes"
    return ""


def _place(text: str, offset: int) -> tuple[int, int]:
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


class _Builder:
    """Nodes from events, with a depth that hostile files cannot exhaust."""

    def __init__(self, events: Iterator[Any]) -> None:
        self.events = events
        self.slips: list[Slip] = []

    def document(self) -> Node | None:
        root: Node | None = None
        started = False
        for event in self.events:
            kind = type(event)
            if kind is yaml.DocumentStartEvent:
                if started:
                    raise YamlError("invalid-yaml", "a sheet is one YAML document; a second begins here", *_at(event))
                started = True
            elif (
                kind is not yaml.StreamStartEvent
                and kind is not yaml.DocumentEndEvent
                and kind is not yaml.StreamEndEvent
            ):
                root = self.node(event, 0)
        return None if isinstance(root, Scalar) and not root.text and not root.quoted else root

    def node(self, event: Any, depth: int) -> Node:
        kind = type(event)
        if kind is yaml.AliasEvent or event.anchor is not None:
            raise YamlError("alias", "anchors and aliases are not read: write the value out", *_at(event))
        if depth > _DEEPEST:
            raise YamlError("too-large", f"nested more than {_DEEPEST} deep", *_at(event))
        if kind is yaml.ScalarEvent:
            return self.scalar(event)
        if event.tag is not None:
            raise YamlError(
                "alias", f"the tag {event.tag} is not read: sheets hold texts, lists and mappings", *_at(event)
            )
        if kind is yaml.SequenceStartEvent:
            return self.sequence(event, depth)
        return self.mapping(event, depth)

    def scalar(self, event: Any) -> Scalar:
        if event.tag is not None:
            raise YamlError("alias", f"the tag {event.tag} is not read: a value is a plain text", *_at(event))
        start, end = event.start_mark, event.end_mark
        if len(event.value) > _LONGEST:
            raise YamlError(
                "too-large", f"a text of {len(event.value):,} characters; at most {_LONGEST:,} are read", *_at(event)
            )
        return Scalar(event.value, start.line + 1, start.column + 1, end.line + 1, end.column + 1, bool(event.style))

    def sequence(self, event: Any, depth: int) -> Sequence:
        items: list[Node] = []
        flow = bool(event.flow_style)
        for inner in self.events:
            if type(inner) is yaml.SequenceEndEvent:
                break
            item = self.node(inner, depth + 1)
            if flow and items and (whole := _rejoined(items[-1], item)):
                message = f"a comma in a flow list: {whole.text!r} is read as two items"
                self.slips.append(Slip("comma-in-flow", message, item, _quoted(whole)))
                items[-1] = whole
            else:
                items.append(item)
        return Sequence(tuple(items), *_at(event))

    def mapping(self, event: Any, depth: int) -> Mapping:
        pairs: list[tuple[Scalar, Node]] = []
        seen: dict[str, int] = {}
        flow = bool(event.flow_style)
        for inner in self.events:
            if type(inner) is yaml.MappingEndEvent:
                break
            key = self.node(inner, depth + 1)
            value = self.node(next(self.events), depth + 1)
            if not isinstance(key, Scalar):
                raise YamlError("wrong-type", "a key is a plain text", key.line, key.column)
            if key.text[:1].isspace() and not key.quoted:
                raise _misspaced(key.text[0], key.line, key.column)
            if flow and pairs and key.text[:1].isdigit() and isinstance(value, Scalar) and not value.text:
                whole = _rejoined(pairs[-1][1], key)
                message = f"a comma in a flow mapping: {key.text!r} is read as a key of its own"
                self.slips.append(Slip("comma-in-flow", message, key, _quoted(whole)))
                pairs[-1] = (pairs[-1][0], whole or pairs[-1][1])
            elif key.text in seen:
                self.slips.append(
                    Slip("duplicate-key", f"the key {key.text!r} stands in line {seen[key.text]} already", key)
                )
            else:
                seen[key.text] = key.line
                pairs.append((key, value))
        return Mapping(tuple(pairs), *_at(event))


def _rejoined(left: Node, right: Node) -> Scalar | None:
    """Return the number that lost its comma, 1,234 of `[1,234]`: the next text touches it and is three digits."""
    if not (isinstance(left, Scalar) and isinstance(right, Scalar)) or left.quoted or right.quoted:
        return None
    touching = left.end_line == right.line and left.end_column + 1 == right.column
    if not (touching and left.text[-1:].isdigit() and _THOUSANDS.match(right.text)):
        return None
    return left._replace(text=f"{left.text},{right.text}", end_line=right.end_line, end_column=right.end_column)


def _quoted(number: Scalar | None) -> str:
    return f'quote the number, "{number.text if number else "200,000"}", or write it in a block'


def _at(event: Any) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1
