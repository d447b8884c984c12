"""One error planted in a true document, and an oracle (z3, exact rationals) for what is said of it."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import z3

from claimcheck.kinds.statement import Formula

if TYPE_CHECKING:
    from support_documents import Said, Spec

DIGITS = "0123456789"


def plant(spec: Spec, rng: Any) -> tuple[Spec, str] | None:
    """Return the document with the number of one claim edited, and the claim's id; None where no edit is at hand."""
    printed = [i for i, said in enumerate(spec.claims) if said.phrase and any(c in DIGITS for c in said.phrase)]
    if not printed:
        return None
    i = rng.choice(printed)
    said = spec.claims[i]
    phrase = _edited(said, rng)
    if phrase == said.phrase:
        return None
    claims = list(spec.claims)
    claims[i] = said._replace(phrase=phrase, truth=None)
    return spec._replace(claims=tuple(claims)), said.id


def _edited(said: Said, rng: Any) -> str:
    phrase = said.phrase
    kind = rng.choice(("digit", "swap", "scale", "verb"))
    if kind == "scale" and "«6»" in phrase:
        return phrase.replace("«6»", rng.choice(("«9»", "«3»")))
    if kind == "verb":
        for old, new in (("rose by", "fell by"), ("fell by", "rose by"), ("up ", "down "), ("down ", "up ")):
            if phrase.startswith(old):
                return phrase.replace(old, new, 1)
    at = [i for i, c in enumerate(phrase) if c in DIGITS and phrase[i - 1 : i] not in ("«", "‹")]
    if not at:
        return phrase
    i = rng.choice(at)
    after = phrase[i + 1 : i + 2]
    if kind == "swap" and after and after in DIGITS and after != phrase[i]:
        return phrase[:i] + after + phrase[i] + phrase[i + 2 :]
    return phrase[:i] + rng.choice([d for d in DIGITS[1:] if d != phrase[i]]) + phrase[i + 1 :]


class Oracle:
    """What z3 says of the constraints of one system; claims that are not linear are left to the tool."""

    def __init__(self, system: Any) -> None:
        self.system = system
        self.known = {c.id: c for c in system.constraints}
        self.unknowns: dict[Any, Any] = {}

    def linear(self, name: str) -> bool:
        return not any(isinstance(each, Formula) for reading in self.known[name].readings for each in reading)

    def satisfiable(self, names: Any, *more: Any) -> bool:
        solver = z3.Solver()
        asserted = [self.claim(name) for name in names]
        for quantity, unknown in self.unknowns.items():
            if quantity not in self.system.signed:
                solver.add(unknown >= 0)
        solver.add(*asserted, *more)
        answer = solver.check()
        assert answer != z3.unknown
        return answer == z3.sat

    def claim(self, name: str) -> Any:
        return z3.Or(
            [z3.And([self.holds(each, each.interval) for each in reading]) for reading in self.known[name].readings]
        )

    def holds(self, statement: Any, interval: Any) -> Any:
        above, below = self.form(statement.numerator), self.form(statement.denominator)
        cases = []
        for sign in (1, -1):
            asked = [sign * below > 0]
            for end, is_open, way in ((interval.low, interval.low_open, 1), (interval.high, interval.high_open, -1)):
                if end is not None:
                    gap = way * sign * (above - number(end) * below)
                    asked.append(gap > 0 if is_open else gap >= 0)
            cases.append(z3.And(asked))
        return z3.Or(cases)

    def form(self, linear: Any) -> Any:
        if linear is None:
            return z3.RealVal(1)
        terms = [number(c) * self.unknown(q) for q, c in linear.terms]
        return z3.Sum([*terms, number(linear.constant)])

    def unknown(self, quantity: Any) -> Any:
        if quantity not in self.unknowns:
            whole = quantity in self.system.whole
            self.unknowns[quantity] = z3.ToReal(z3.Int(str(quantity))) if whole else z3.Real(str(quantity))
        return self.unknowns[quantity]


def number(value: Any) -> Any:
    exact = Fraction(value)
    return z3.RealVal(f"{exact.numerator}/{exact.denominator}")


def complaints(report: Any, system: Any, planted: str) -> list[str]:
    """Return what is wrong with a report on a document in which only the claim `planted` may be false."""
    oracle = Oracle(system)
    wrong = []
    linear = [name for name in oracle.known if oracle.linear(name)]
    conflicts = [conflict for conflict in report.conflicts if not conflict.narrow]
    for conflict in conflicts:
        if planted not in conflict.claims:
            wrong.append(f"false alarm: {conflict.claims} without {planted}")
        if not all(map(oracle.linear, conflict.claims)):
            continue
        if oracle.satisfiable(conflict.claims):
            wrong.append(f"{conflict.claims} can all be true")
        wrong += [
            f"{conflict.claims} is not minimal: it clashes without {left_out}"
            for left_out in conflict.claims
            if not oracle.satisfiable([name for name in conflict.claims if name != left_out])
        ]
    if not conflicts and not oracle.satisfiable(linear):
        wrong.append("a contradiction passes in silence")
    inside = {name for conflict in conflicts for name in conflict.claims}
    # what a reader knows (parts make a whole) stays beside the rest when the printed claims of a conflict are set aside
    rest = [name for name in linear if name not in inside or oracle.known[name].structure]
    for result in report.results.values():
        if (result.verdict.value == "contradicted") != (result.claim in inside):
            wrong.append(f"{result.claim} is {result.verdict.value}, in {result.conflicts}")
        constraint = oracle.known[result.claim]
        if (
            result.verdict.value == "confirmed"
            and result.exact
            and oracle.linear(result.claim)
            and constraint.restate is None
        ):
            first = constraint.readings[0][0]
            others = [name for name in rest if name != result.claim]
            if len(constraint.readings) == 1 and oracle.satisfiable(
                others, z3.Not(oracle.holds(first, first.interval)), defined(oracle, first)
            ):
                wrong.append(f"{result.claim} is called confirmed, and the others do not imply it")
    return wrong


def defined(oracle: Oracle, statement: Any) -> Any:
    """A ratio is told of only where its denominator is not 0."""
    return oracle.form(statement.denominator) != 0
