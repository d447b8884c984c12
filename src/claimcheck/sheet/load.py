"""A sheet from its bytes: all of it, or all of its mistakes."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from typing import TYPE_CHECKING

from claimcheck.findings import Span
from claimcheck.findings.near import did_you_mean, misspelt
from claimcheck.quantity.lexicon.changes import LOSSES
from claimcheck.sheet.beside import PLACE_KEYS, read_quotes
from claimcheck.sheet.claims import Claims
from claimcheck.sheet.model import Derived, Exemption, Sheet
from claimcheck.sheet.nodes import Mapping, Node, Scalar, Sequence, YamlError, parse_yaml
from claimcheck.sheet.occurring import occurrences
from claimcheck.sheet.quantities import SOME_PERIOD, read_defaults, read_series
from claimcheck.sheet.values import Values, shape, shown

if TYPE_CHECKING:
    from claimcheck.findings import Finding
    from claimcheck.kinds.statement import Quantity
    from claimcheck.quantity.terms import Unit
    from claimcheck.sheet.model import Claim

SHEET_KEYS = ("document", "defaults", "quantities", "claims", "exempt")
_IN_UNIT = re.compile(r"\d\s*[^\W\d_]|[$€£¥¢°]")
LARGEST = 64 * 1024 * 1024
_COMPARED = 50_000  # names with names, up to which it is asked which of them are misspelt


def load_sheet(path: str, data: bytes) -> tuple[Sheet | None, list[Finding]]:
    """Return the sheet that `data` holds, and every finding; no sheet where one of them is an error.

    `path` is only what findings call the file.
    """
    values = Values(path)
    root = _root(values, data)
    if root is None:
        return None, values.findings
    pairs = values.mapping(root, "a sheet") or {}
    meant = values.unknown_keys((key for key, _ in pairs.values()), SHEET_KEYS, "a sheet")
    nodes = {key: value for key, (_, value) in pairs.items()}
    defaults = read_defaults(values, nodes.get("defaults"))
    if "defaults" in meant:
        defaults = defaults._replace(in_=SOME_PERIOD)
    series = read_series(values, nodes.get("quantities"))
    reader = Claims(values, defaults, series)
    claims = _claims(values, reader, nodes.get("claims"), root, meant)
    exempt = _exempt(values, nodes.get("exempt"))
    documents = _documents(values, nodes.get("document"))
    _known_claims(values, reader, claims)
    if any(finding.is_unread for finding in values.findings):
        return None, values.findings
    units: dict[str, Unit] = {}
    if reader.numbers.mixes_units() or any(map(_prints_units, claims)):
        from claimcheck.sheet.for_each import within_periods
        from claimcheck.sheet.one_unit import in_one_unit

        claims, series, units = in_one_unit(values, within_periods(claims, series), series, defaults.unit)
    if reader.numbers.averages:
        from claimcheck.sheet.averaged import rounded_where_averaged

        claims = rounded_where_averaged(claims)
    if any(kind.name == "assert" for claim in claims for kind in claim.readings):
        from claimcheck.sheet.bare_percents import without_bare_percents

        claims = without_bare_percents(values, claims, series)
    claims = _comparable(reader, claims)
    lowered = data.lower()
    if any(word.encode() in lowered for word in LOSSES):
        from claimcheck.sheet.losses import with_losses

        claims = with_losses(claims, series)
    sheet = Sheet(path, documents, defaults, series, tuple(claims), exempt, values.span(root), Derived(units=units))
    return _with_structure(values, sheet), values.findings


def _root(values: Values, data: bytes) -> Node | None:
    start = Span(values.path)
    if len(data) > LARGEST:
        values.report("too-large", f"a sheet of {len(data):,} bytes; at most {LARGEST:,} are read", start)
        return None
    data = data.removeprefix(BOM_UTF8)  # the codec that drops it is a module of its own
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        values.report(
            "unreadable-file",
            f"not UTF-8: byte 0x{data[error.start]:02x}",
            Span(values.path, line, column),
            "save the sheet as UTF-8" + (", not as UTF-16" if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else ""),
        )
        return None
    try:
        root, slips = parse_yaml(text)
    except YamlError as error:
        values.report(error.rule, error.message, Span(values.path, error.line, error.column), error.help)
        return None
    for slip in slips:
        values.report(slip.rule, slip.message, slip.node, slip.help)
    if root is None:
        values.report(
            "missing-key", "the sheet is empty", start, "a sheet holds `claims:`; `claimcheck init` writes a first one"
        )
    return root


def _prints_units(claim: Claim) -> bool:
    """Whether a formula of a claim has a number with something behind it, or a currency's sign."""
    return any(_IN_UNIT.search(vars(kind).get("formula", "")) for kind in claim.readings)


def _claims(values: Values, reader: Claims, node: Node | None, root: Node, meant: set[str]) -> list[Claim]:
    if node is None:
        if isinstance(root, Mapping) and "claims" not in meant:
            values.report("missing-key", "a sheet has `claims:`", root, "`claimcheck init` writes a first sheet")
        return []
    if isinstance(node, Scalar) and not node.text:
        node = Sequence((), node.line, node.column)
    if not isinstance(node, Sequence):
        values.report("wrong-type", f"claims is a list, not {shape(node)}", node, "begin each claim with `- id:`")
        return []
    if not node.items:
        values.report("empty-sheet", "the sheet holds no claims: nothing is checked", node)
    return [claim for item in node.items for claim in reader.claim(item)]


def _exempt(values: Values, node: Node | None) -> tuple[Exemption, ...]:
    if node is None or (isinstance(node, Scalar) and not node.text):
        return ()
    if not isinstance(node, Sequence):
        values.report(
            "wrong-type", f"exempt is a list, not {shape(node)}", node, "begin each exemption with `- quote:`"
        )
        return ()
    found = []
    for item in node.items:
        help_ = f"write `- quote: {item.text}`, and `because:` below it" if isinstance(item, Scalar) else ""
        pairs = values.mapping(item, "an exemption", help_)
        if pairs is None:
            continue
        keys = ("quote", "because", *PLACE_KEYS)
        meant = values.unknown_keys((key for key, _ in pairs.values()), keys, "an exemption")
        for wanted in ("quote", "because"):
            if wanted not in pairs and wanted not in meant:
                values.report("missing-key", f"an exemption has a quote and a reason: add `{wanted}:`", item)
        quotes, _ = read_quotes(values, pairs)
        because = values.text(pairs["because"][1], "because") if "because" in pairs else ""
        found.append(Exemption(quotes, because, values.span(item)))
    return tuple(found)


def _documents(values: Values, node: Node | None) -> tuple[tuple[str, Span], ...]:
    if node is None:
        return ()
    found: dict[str, Span] = {}
    for item in values.items(node, "document"):
        text = values.text(item, "document")
        if text in found:
            first = found[text].line
            values.report("bad-arguments", f"the document {text} is named twice", item, f"first in line {first}")
        else:
            found[text] = values.span(item)
    return tuple(found.items())


def _known_claims(values: Values, reader: Claims, claims: list[Claim]) -> None:
    """Report claims that others name and that the sheet does not hold, or that print no number to compare."""
    held = {claim.id: claim for claim in claims}
    listed = {claim.base: claim.id for claim in claims if claim.base != claim.id}
    names, compared = dict.fromkeys((*held, *reader.ids)), 0
    for name, node in reader.named:
        if name in listed and name not in held:
            message = f"{shown(name)} makes several claims"
            values.report("unknown-claim", message, node, f"name one of them, such as {listed[name]}")
        elif name and name not in held and name not in reader.ids:
            compared += len(names)
            help_ = did_you_mean(name, names) if compared <= _COMPARED else ""
            values.report("unknown-claim", f"no claim is called {shown(name)}", node, help_)
        elif name in held and held[name].kind.stated is None:
            message = f"{shown(name)} is a {held[name].kind.name}: it states no number to compare"
            values.report("bad-arguments", message, node, "compare quantities with `of:` and `than:`")


def _comparable(reader: Claims, claims: list[Claim]) -> list[Claim]:
    """Leave out comparisons with claims that a finding keeps out: what they compare is not known."""
    kept_out = set(reader.ids) - {claim.base for claim in claims}
    if not kept_out:
        return claims
    named = {name for name, _ in reader.named}
    return [
        claim
        for claim in claims
        if not any(
            name in kept_out & named for kind in claim.readings for name in vars(kind).values() if isinstance(name, str)
        )
    ]


def _with_structure(values: Values, sheet: Sheet) -> Sheet:
    """Return the sheet with the claims that its structure makes, and note names it does not declare."""
    if not sheet.series:
        return sheet
    from claimcheck.sheet.structure import moving, structure

    occurring = list(dict.fromkeys(occurrences(sheet.claims)))
    _undeclared(values, sheet, occurring)
    claims, ratios = structure(sheet.series, occurring)
    if ratios:
        ratios, ties = moving((*sheet.claims, *claims), ratios, sheet.series)
        claims += ties
    return sheet._replace(claims=(*sheet.claims, *claims), derived=sheet.derived._replace(ratios=ratios))


def _undeclared(values: Values, sheet: Sheet, occurring: list[Quantity]) -> None:
    """Note, in one finding, the names that a sheet with declarations does not declare.

    A name that only the structure has is one of them where it is like one that stands elsewhere: `part_of: whoel`.
    """
    from claimcheck.sheet.structure import structured

    lines = [structured(each) for each in sheet.series.values()]
    declared = dict.fromkeys(name for line in lines for name in line)
    spoken = dict.fromkeys(quantity.name for quantity in occurring)
    known = dict.fromkeys((*sheet.series, *spoken))
    guessed = len(known) * len(declared) <= _COMPARED
    near = {name: misspelt(name, declared) if guessed else "" for name in spoken if name not in declared}
    for line in lines if guessed else ():
        for name in line:
            others = [other for other in known if other not in line] if name not in known else []
            if name not in near.values() and (found := misspelt(name, others)):
                near[name] = found
    if not near:
        return
    first = next(iter(sheet.series.values()))
    said = [f"{name} ({other}?)" if other else name for name, other in near.items()]
    values.report("undeclared-quantity", f"not declared under quantities: {', '.join(said)}", first.place)
