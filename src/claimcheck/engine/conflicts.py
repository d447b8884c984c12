"""Minimal conflicts: claims that cannot all hold while any of them can be left out to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimcheck.engine.component import quantities_of
from claimcheck.engine.decide import Outcome, decide, lines
from claimcheck.engine.rows import ONE
from claimcheck.kinds.statement import Statement
from claimcheck.verdicts import Branch

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from claimcheck.engine.component import Component
    from claimcheck.engine.evidence import Evidence
    from claimcheck.engine.rows import Row

_PAIR = 2  # claims: no conflict of several is shorter
_SHORT = 3  # claims: a conflict no longer than this is not worth another try


class Clash(NamedTuple):
    """A minimal conflict: positions in the component, and the proof."""

    claims: tuple[int, ...]
    certificate: tuple[Branch, ...]


class Peeled(NamedTuple):
    """Conflicts that do not share a printed claim, what is left without them, and how that was decided."""

    clashes: tuple[Clash, ...]
    rest: tuple[int, ...]
    outcome: Outcome


class Diagnosis(NamedTuple):
    """Conflicts and what is left, and the evidence for each conflict where it is asked for."""

    peeled: Peeled
    evidence: tuple[Evidence | None, ...]


def peel(component: Component, members: Iterable[int]) -> Peeled:
    """Return conflicts until the rest is consistent (or undecided); each one's printed claims are set aside.

    What a reader knows (parts make a whole) stays, unless a conflict holds nothing else.
    """
    rest = tuple(members)
    clashes: list[Clash] = []
    while True:
        outcome = decide(component, rest)
        if outcome.feasible is not False:
            return Peeled(tuple(clashes), rest, outcome)
        clash = shorter(component, rest, minimise(component, outcome))
        clashes.append(clash)
        printed = {i for i in clash.claims if not component.constraints[i].structure}
        rest = tuple(i for i in rest if i not in (printed or clash.claims))


def shorter(component: Component, members: Sequence[int], clash: Clash) -> Clash:
    """Return a conflict that is shorter or rests on less, if one is met at once; itself elsewhere."""
    return _direct(component, members, clash) or without_structure(component, members, clash)


def _direct(component: Component, members: Iterable[int], clash: Clash) -> Clash | None:
    """Return two claims that say one thing otherwise, the one of a longer conflict: "221 Mt" and "122 Mt" of a year."""
    if len(clash.claims) <= _PAIR:
        return None
    said = {i: statement for i in clash.claims if (statement := _said(component, i)) is not None}
    of = {statement[:2]: i for i, statement in said.items()}
    for other in members:
        rival = _said(component, other)
        claim = of.get(rival[:2]) if rival else None
        if rival and claim is not None and said[claim].interval.meet(rival.interval).is_empty:
            outcome = decide(component, sorted((claim, other)))
            if outcome.feasible is False:
                return minimise(component, outcome)
    return None


def _said(component: Component, claim: int) -> Statement | None:
    """Return what a claim says of its number, where it may be read in one way and is no structure."""
    constraint = component.constraints[claim]
    if len(constraint.readings) > 1 or constraint.structure:
        return None
    first = constraint.readings[0][0]
    return first if isinstance(first, Statement) else None


def without_structure(component: Component, members: Iterable[int], clash: Clash) -> Clash:
    """Return a conflict of printed claims about the same quantities, where a clash with structure has one beside it."""
    constraints = component.constraints
    if not any(constraints[i].structure for i in clash.claims):
        return clash
    about = {quantity for i in clash.claims for quantity in quantities_of(constraints[i])}
    printed = [i for i in members if not constraints[i].structure and about.issuperset(quantities_of(constraints[i]))]
    part = component.part(printed)
    outcome = decide(part, range(len(printed)))
    if outcome.feasible is not False:
        return clash
    found = minimise(part, outcome)
    return found._replace(claims=tuple([printed[i] for i in found.claims]))


def minimise(component: Component, refuted: Outcome) -> Clash:
    """Return a minimal conflict within a refutation, the shortest that a few orders of leaving claims out give.

    Deletion alone can leave ten claims where three do; what depends on the order is which claims go first. Structure
    does, so that it is blamed only where the printed claims need it.
    """
    constraints = component.constraints
    plain = all(len(component.ways(i)) == 1 for i in refuted.support)
    refuted = _with_program(component, refuted) if plain else refuted
    doubtful = refuted.support - _needed(component, refuted) if refuted.program else refuted.support
    shrink = _lifted if refuted.program else _deleted
    clash = shrink(component, refuted, sorted(doubtful, key=lambda i: (not constraints[i].structure, i)))
    if len(doubtful) > 1 and _SHORT < len(clash.claims) < len(refuted.support):
        order = sorted(doubtful, key=lambda i: (not constraints[i].structure, -i))
        clash = min(clash, shrink(component, refuted, order), key=lambda c: len(c.claims))
    return clash


def _with_program(component: Component, refuted: Outcome) -> Outcome:
    """Return a refutation with an exact program that made it, or one of the same claims."""
    if refuted.program is not None:
        return refuted
    solved = component.solver.exactly([row for i in sorted(refuted.support) for row in component.ways(i)[0].rows])
    if solved.program is None:
        return refuted
    support = {row.claim for row, _ in solved.weights if not isinstance(row, int)}
    branches = (Branch(lines(component, solved.weights)),)
    return refuted._replace(program=solved.program, support=frozenset(support), branches=branches)


def _needed(component: Component, refuted: Outcome) -> frozenset[int]:
    """Return claims of a refutation without which the others can hold: a point of the program that refuted shows it."""
    rows = {i: component.ways(i)[0].rows for i in refuted.support}

    def shown(claim: int, point: Mapping[int, int]) -> bool:
        """Whether a point, given up to scale and the number 1 with it, satisfies all claims but one."""
        if point.get(ONE, 0) <= 0 or any(value < 0 and j not in component.signed for j, value in point.items()):
            return False
        return all(_holds(row, point) for i, others in rows.items() if i != claim for row in others)

    program = refuted.program
    assert program is not None  # noqa: S101  the caller asks for refutations by one program alone
    return frozenset(i for i in refuted.support if any(shown(i, point) for point in program.without(i)))


def _holds(row: Row, point: Mapping[int, int]) -> bool:
    value = sum([a * point.get(j, 0) for j, a in row.form.items()])
    return value == 0 if row.side == "point" else value > 0 or (value == 0 and not row.strict)


def _lifted(component: Component, refuted: Outcome, order: Iterable[int]) -> Clash:
    """Return what is left of a refutation when each claim in turn is lifted from its program where the rest clashes."""
    program, claims, branches = refuted.program, set(refuted.support), refuted.branches
    assert program is not None  # noqa: S101  the caller asks for refutations by one program alone
    for other in {row.claim for row in program.sources.values()} - claims:
        program.lift(other)
    known = {id(row) for row in program.sources.values()}
    missing = [row for i in sorted(claims) for row in component.ways(i)[0].rows if id(row) not in known]
    for candidate in order:
        if candidate in claims:
            trial = program.copy()
            trial.lift(candidate)
            trial.add([row for row in missing if row.claim != candidate])
            if not trial.solve():
                weights = trial.refuted or []
                program, missing, branches = trial, [], (Branch(lines(component, weights)),)
                left = {row.claim for row, _ in weights if not isinstance(row, int)}
                for dropped in claims - left:
                    program.lift(dropped)
                claims = left
    return Clash(tuple(sorted(claims)), branches)


def _deleted(component: Component, refuted: Outcome, order: Iterable[int]) -> Clash:
    """Return what is left of a refutation when each claim in turn is left out where the rest still clashes."""
    members = sorted(refuted.support)
    part, place = component.part(members), {member: i for i, member in enumerate(members)}
    part.solver.start([row for i in range(len(members)) for row in part.ways(i)[0].rows])
    claims, branches = frozenset(place.values()), refuted.branches
    for candidate in order:
        if place[candidate] in claims:
            trial = decide(part, sorted(claims - {place[candidate]}))
            if trial.feasible is False:
                claims, branches = trial.support, trial.branches
    return Clash(tuple(members[i] for i in sorted(claims)), branches)
