"""The shortest chain that refutes some rows: each link puts one quantity into an interval by one claim."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.engine.rows import ONE
from claimcheck.quantity.interval import ANY, NON_NEGATIVE, POSITIVE, Interval

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from claimcheck.engine.rows import Row

LONGEST = 8  # links; a person loses a longer chain, and the weighted sum tells it better
STRAIGHT = 10  # links of a chain that uses each claim once: it is read like a sum on paper, one line a claim
UNTOLD = (ANY, NON_NEGATIVE, POSITIVE)  # what is known of a quantity before any claim speaks of it
_ROUNDS = 12
_TRIES = 4  # chains that are found before the best of them is taken
_MOST = 3 * LONGEST  # links that are worth the shortening

Group = tuple["Row", ...]  # the rows of one statement of one claim


class Move(NamedTuple):
    """A statement that is used, by its position, and the column that it puts into an interval."""

    group: int
    column: int


class Link(NamedTuple):
    """A move made: where the statement puts the column, and where the links before had put it."""

    group: Group
    column: int
    interval: Interval
    before: Interval
    given: tuple[int, ...]


class Narrowing(NamedTuple):
    """Where a statement puts a column, what that leaves of where it was, and whether that is nothing."""

    derived: Interval
    met: Interval  # the very interval that the column was in, where the statement tells nothing new
    is_empty: bool
    known: tuple[Interval, ...]  # where the statement's columns were: kept, so that no other ones come to be these


class Chain(NamedTuple):
    """Links in the order of telling, the last of which does not fit; `unit` is the column taken as 1."""

    links: tuple[Link, ...]
    unit: int | None


def shortest(rows: Iterable[Row], signed: AbstractSet[int], whole: AbstractSet[int]) -> Chain | None:
    """Return the shortest and, among these, the plainest chain that is found; `None` where none is short.

    Any claim may come last, and where no level is printed any denominator may be taken as 1: these are tried in turn.
    """
    rows = list(rows)
    # That something is 0, or below 0, is a level without a number: nothing can be taken as 1 beside it.
    levels = any(ONE in row.form or (len(row.form) == 1 and row.side != "sign") for row in rows)
    best: tuple[tuple[int, int], Chain] | None = None
    tries = _TRIES
    for unit in (None,) if levels else units(rows):
        start = _boxes(rows, signed, unit)
        groups = _groups(rows)
        if len({group[0].claim for group in groups}) > STRAIGHT:
            return None
        walk = _Walk(groups, start, whole if levels else frozenset())
        if not walk.comes_to_a_clash():
            continue
        for last in sorted(range(len(groups)), key=lambda g: (_is_relation(groups[g]), -g)):
            links = walk.towards(last)
            if links and (best is None or _cost(links, unit) < best[0]):
                best = _cost(links, unit), Chain(links, unit)
                tries -= 1
                if best[0] == (len(groups), 0) or not tries:
                    return best[1]
    return best[1] if best else None


def units(rows: Iterable[Row]) -> list[int]:
    """Return the columns that may be taken as 1: those that something is a share or a multiple of, else the busiest."""
    counts: dict[int, int] = {}
    for row in rows:
        if row.side == "sign" and len(row.form) == 1:
            (column,) = row.form
            counts[column] = counts.get(column, 0) + 1
    return sorted(counts, key=lambda j: (-counts[j], j)) or sorted({j for row in rows for j in row.form})[:1]


def _groups(rows: Iterable[Row]) -> list[Group]:
    """Return the rows of each statement together, without signs of single columns, which are in the boxes."""
    groups: dict[tuple[int, int, int], list[Row]] = {}
    for row in rows:
        if not (row.side == "sign" and len(row.form) == 1):
            key = (row.claim, row.statement, row.quantity)
            groups.setdefault(key, []).append(row)
    return [tuple(group) for group in groups.values()]


def _boxes(rows: Iterable[Row], signed: AbstractSet[int], unit: int | None) -> dict[int, Interval]:
    columns = {j for row in rows for j in row.form}
    boxes = {j: ANY if j in signed else NON_NEGATIVE for j in columns}
    for row in rows:
        if row.side == "sign" and len(row.form) == 1:
            ((column, a),) = row.form.items()
            boxes[column] = boxes[column].meet(POSITIVE if a > 0 else POSITIVE.negated())
    boxes[ONE] = Interval.point(1)
    if unit is not None:
        boxes[unit] = Interval.point(1)
    return boxes


def _is_relation(group: Group) -> bool:
    """Whether a statement ties quantities together, rather than print a level: the levels end a chain best."""
    return len({j for row in group for j in row.form} - {ONE}) > 1


def _cost(links: Sequence[Link], unit: int | None) -> tuple[int, int]:
    """Return how hard a chain is to follow: its length, then how often it reckons backwards or uses a claim again."""
    used = {(link.group[0].claim, link.group[0].statement) for link in links}
    backwards = sum(_is_backward(link) + (link.column == unit) for link in links)
    return len(links), backwards + len(links) - len(used)


def _is_backward(link: Link) -> bool:
    """Whether a link finds a base from what was made of it, or a part from its whole."""
    row = link.group[0]
    form = {j: -a if row.side == "high" else a for j, a in row.form.items() if j != ONE}
    own = form.get(link.column, 0)
    opposite = sum(a * own < 0 for a in form.values())
    if opposite < len(form) - 1:
        return True
    return len(form) == 2 and own < 0 and row.side != "point"  # noqa: PLR2004  one over the other


class _Walk:
    """Interval propagation in exact numbers, towards one statement at a time."""

    def __init__(self, groups: Sequence[Group], start: Mapping[int, Interval], whole: AbstractSet[int]) -> None:
        self.groups, self.start, self.whole = groups, start, whole
        self.columns = [tuple(sorted({j for row in group for j in row.form} - {ONE})) for group in groups]
        self._narrowings: dict[tuple[int, ...], Narrowing] = {}

    def narrowing(self, group: int, column: int, boxes: Mapping[int, Interval]) -> Narrowing:
        """Return what a statement makes of a column, the others being in their boxes.

        Trials of moves differ in a few of them, so most is asked again for columns in the very same intervals.
        """
        known = tuple([boxes[j] for j in self.columns[group]])
        key = (group, column, *map(id, known))
        found = self._narrowings.get(key)
        if found is None:
            derived, before = derive(self.groups[group], column, boxes), boxes[column]
            met = before.meet(self.narrowed(column, derived))
            found = Narrowing(derived, before if met == before else met, met.is_empty, known)
            self._narrowings[key] = found
        return found

    def comes_to_a_clash(self) -> bool:
        """Whether all statements together leave some column no value; else it takes a sum, and no chain is sought."""
        _, boxes = self._others(-1)
        return any(
            self.narrowing(group, column, boxes).is_empty
            for group, columns in enumerate(self.columns)
            for column in columns
        )

    def towards(self, last: int) -> tuple[Link, ...] | None:
        """Return the links that end with a statement which nothing meets; `None` where it does not come to that."""
        moves, boxes = self._others(last)
        found = []
        for column in self.columns[last]:
            if self.narrowing(last, column, boxes).is_empty:
                kept = self._pruned([*moves, Move(last, column)])
                if kept is not None:
                    found.append(self._told(kept))
        return min(found, key=lambda links: _cost(links, None), default=None)

    def narrowed(self, column: int, interval: Interval) -> Interval:
        """Return an interval without what lies beyond its outermost whole numbers, where the column counts things."""
        if column not in self.whole:
            return interval
        low, high, low_open, high_open = interval
        if low is not None:
            low = Fraction(low.__floor__() + 1 if low_open else low.__ceil__())
        if high is not None:
            high = Fraction(high.__ceil__() - 1 if high_open else high.__floor__())
        return Interval(low, high)

    def _others(self, last: int) -> tuple[list[Move], dict[int, Interval]]:
        """Return what all statements but one make of the columns, and the moves that narrowed them."""
        boxes, moves = dict(self.start), []
        fresh = {j for j in boxes if boxes[j] not in UNTOLD} | {ONE}
        for number in range(_ROUNDS):
            narrowed = set()
            for group, columns in enumerate(self.columns):
                if group == last or (number and fresh.isdisjoint(columns)):
                    continue
                for column in columns:
                    if boxes[column].is_point:
                        continue
                    found = self.narrowing(group, column, boxes)
                    if found.met is not boxes[column] and not found.is_empty:
                        boxes[column] = found.met
                        moves.append(Move(group, column))
                        narrowed.add(column)
            if not narrowed:
                break
            fresh = narrowed
        return moves, boxes

    def _pruned(self, moves: Sequence[Move]) -> list[Move] | None:
        """Return the moves that the last needs for its clash; `None` where they stay too many."""
        kept = self._ancestors(moves)
        if len(kept) > _MOST:
            return None
        position = len(kept) - 2
        while position >= 0:
            trial = kept[:position] + kept[position + 1 :]
            if self._clashes(trial):
                kept = trial
            position -= 1
        straight = len({move.group for move in kept}) == len(kept)
        return kept if len(kept) <= (STRAIGHT if straight else LONGEST) else None

    def _ancestors(self, moves: Sequence[Move]) -> list[Move]:
        wanted, kept = set(self.columns[moves[-1].group]), [moves[-1]]
        for move in reversed(moves[:-1]):
            if move.column in wanted:
                kept.append(move)
                wanted.update(self.columns[move.group])
        return kept[::-1]

    def _clashes(self, moves: Sequence[Move]) -> bool:
        return self._played(moves)[-1][1].is_empty

    def _played(self, moves: Sequence[Move]) -> list[tuple[Link, Interval]]:
        """Return the link that each move makes in turn, and what it leaves of its column."""
        boxes, played = dict(self.start), []
        for group, column in moves:
            found, before = self.narrowing(group, column, boxes), boxes[column]
            boxes[column] = found.met
            given = tuple([j for j in self.columns[group] if j != column])
            played.append((Link(self.groups[group], column, found.derived, before, given), found.met))
            if found.is_empty and len(played) < len(moves):
                return [*played[:-1], (played[-1][0], ANY)]  # it breaks too early: the last move is to be the one
        return played

    def _told(self, moves: Sequence[Move]) -> tuple[Link, ...]:
        """Return the links in an order in which one can follow: each comes just before the first that rests on it."""
        order = list(_depth_first(moves, self.columns))
        return tuple(link for link, _ in self._played([moves[position] for position in order]))


def _depth_first(moves: Sequence[Move], columns: Sequence[tuple[int, ...]]) -> Iterator[int]:
    told: set[int] = set()

    def tell(position: int) -> Iterator[int]:
        group, own = moves[position]
        # What else bears on a column comes in its old order, so that no link rests on another than it did.
        for column in sorted(columns[group], key=lambda j: j == own):
            for earlier in range(position):
                if moves[earlier].column == column and earlier not in told:
                    yield from tell(earlier)
        told.add(position)
        yield position

    yield from tell(len(moves) - 1)


def derive(group: Iterable[Row], column: int, box: Mapping[int, Interval]) -> Interval:
    """Return where the rows of one statement put a column, the others being in their boxes."""
    result = ANY
    for form, strict in bounds(group):
        own = form.get(column)
        rest = _greatest(form, column, box) if own else None
        if own and rest is not None:
            end, is_open = -rest[0] / own, rest[1] or strict
            side = Interval(end, None, is_open) if own > 0 else Interval(None, end, high_open=is_open)
            result = result.meet(side)
    return result


def bounds(group: Iterable[Row]) -> Iterator[tuple[Mapping[int, int], bool]]:
    """Yield the forms that are at least 0 by some rows, an equation as two, and whether they are above 0."""
    for row in group:
        yield row.form, row.strict
        if row.side == "point":
            yield {j: -a for j, a in row.form.items()}, row.strict


def _greatest(form: Mapping[int, int], but: int, box: Mapping[int, Interval]) -> tuple[Fraction, bool] | None:
    """Return the greatest value of a form without one column, and whether it is only approached; `None`: no bound."""
    total, is_open = Fraction(0), False
    for j, a in form.items():
        if j == but:
            continue
        low, high, low_open, high_open = box[j]
        end, end_open = (high, high_open) if a > 0 else (low, low_open)
        if end is None:
            return None
        total += a * end
        is_open = is_open or end_open
    return total, is_open
