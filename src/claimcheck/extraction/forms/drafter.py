"""Which numbers of one sentence say something about each other, each as a draft of a claim."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.extraction.draft import Draft
from claimcheck.extraction.forms.added_up import AddedUp
from claimcheck.extraction.forms.alone import draft_alone, is_level_of, is_move, kind_of_change, moved_again, whole_of
from claimcheck.extraction.forms.asides import asides_alike, without_asides
from claimcheck.extraction.forms.chains import chained
from claimcheck.extraction.forms.changes import changes, fits, on_other_basis
from claimcheck.extraction.forms.ends import bared, ends
from claimcheck.extraction.forms.fractions import fractions
from claimcheck.extraction.forms.pair_changes import amount_of_pair, said_of_pair, signed
from claimcheck.extraction.forms.portions import portions
from claimcheck.extraction.forms.remainders import shares_with_rest
from claimcheck.extraction.forms.respectively import listed
from claimcheck.extraction.forms.sizes import dated_sizes
from claimcheck.extraction.forms.taken_over import (
    between_sizes,
    lasted,
    part_before,
    part_behind,
    periods_taken,
    said_again,
    whole_before,
)
from claimcheck.extraction.forms.when import Timing, When, rate_length
from claimcheck.extraction.forms.which_way import ways
from claimcheck.extraction.text.comparatives import signed_change, without_comparatives
from claimcheck.extraction.text.earlier import came_from, in_parentheses, is_back, is_comparison, is_pair
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.subjects import Subject, meaning, noun_behind, subject_of
from claimcheck.extraction.text.words import AGAINST, aside_of, is_yearly
from claimcheck.quantity.terms import BARE, PERCENT

if TYPE_CHECKING:
    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.written import Written

_FROM = lazy(rf",\s*(?:(?:up |down )?from|{AGAINST})\s*$", re.IGNORECASE)


class Drafter:
    """Drafts what a sentence tells; what is drafted is `found`, and what numbers are left is `left`."""

    def __init__(self, sentence: Sentence, position: int, timing: Timing, taken: set[int]) -> None:
        self.sentence, self.bare, self.position = sentence, without_asides(sentence), position
        self.when = When(sentence, position, timing)
        self.plain = When(without_comparatives(sentence), position, timing)
        self.left = [written for written in sentence.quantities if written.number_start not in taken]
        self.found: list[Draft] = []
        self.groups = position * 1000

    def all(self) -> list[Draft]:
        """Return the drafts of the sentence: what hangs together first, then each number by itself."""
        self._fractions()
        self._portions()
        self.sizes()
        self._listed()
        self.moves()
        self._pairs()
        self._compared()
        self._add(*chained(When(self.bare, self.position, self.when.timing), self.found, self.left, self._group()))
        self._remainders()
        self._sums()
        for written in list(self.left):
            if written in self.left:
                self._alone(written)
        self.found += ways(self.sentence, self.found)
        return sorted(self.found, key=lambda draft: draft.written.number_start)

    def _add(self, *drafts: Draft) -> None:
        for draft in drafts:
            self.found.append(draft)
            self.left = [written for written in self.left if written.number_start != draft.written.number_start]

    def _group(self) -> int:
        self.groups += 1
        return self.groups

    def _draft(self, written: Written, group: int, kind: str, subject: Subject, **known: object) -> Draft:
        return Draft(written, self.position, group, kind, subject)._replace(**known)  # type: ignore[arg-type]

    def _fractions(self) -> None:
        """Draft counts with the share they make: "23 of 42 patients (55%)"."""
        for numbers in fractions(self.sentence):
            if any(number not in self.left for number in numbers):
                continue
            share = next(number for number in numbers if number.unit.family == "percent")
            others = tuple(number for number in numbers if number is not share)
            subject = subject_of(self.sentence, numbers[0])
            noun = meaning(self.sentence.text[others[-1].number_end : others[-1].amount_end])
            whole = Subject(" ".join(noun), noun) if noun else Subject("all", ("all",))
            draft = self._draft(share, self._group(), "fraction", subject, whole=whole, also=others, confidence="high")
            self._add(draft._replace(in_=self.when.year(numbers[0])))
            self.left = [written for written in self.left if written not in others]

    def _portions(self) -> None:
        """Draft a part, its whole, and the share between them: "3.2 million of the 12.8 million shares, or 25%"."""
        for part, whole, share, basis in portions(self.sentence):
            left = {number.number_start for number in self.left}
            told = next((d for d in self.found if d.written is whole and d.kind == "value"), None)
            if any(number.number_start not in left for number in (part, share)):
                continue
            if whole.number_start not in left and (told is None or told.in_ != self.when.year(part)):
                continue
            group, own = self._group(), told.group if told else self._group()
            about = noun_behind(self.sentence, whole)
            about = about if about.words else subject_of(self.sentence, whole)
            subject = subject_of(self.sentence, part)
            if subject.words == about.words:  # "Of 12 billion of sales, 3 billion (25%)"
                subject = Subject()
            known = {"in_": self.when.year(part), "confidence": "medium"}
            self._add(
                self._draft(part, group, "value", subject, **known),
                *([] if told else [self._draft(whole, own, "value", about, **known)]),
                self._draft(share, group, "share", subject, whole=about, whole_group=own, basis=basis, **known),
            )

    def sizes(self) -> None:
        """Draft a size in one year, a size in another, and the yearly rate between them."""
        for rate in [w for w in self.left if is_yearly(self.sentence, w)]:
            if rate in self.left and (dated := dated_sizes(self.sentence, rate, self.left)):
                self._sized(rate, dated)

    def _sized(self, rate: Written, dated: list[tuple[int, Written]]) -> None:
        group, subject = self._group(), subject_of(self.sentence, min((w for _, w in dated), key=lambda w: w.start))
        values = [self._draft(w, group, "value", subject, in_=str(year), confidence="high") for year, w in dated]
        first, last, again, decide = rate_length(self.sentence.spans(), dated, self.sentence)
        if not first:
            self._add(*values)
            return
        draft = self._draft(
            rate, group, "cagr", subject, from_=str(first), to=str(last), again=again, decide=decide, confidence="high"
        )
        self._add(*values, draft)

    def moves(self) -> None:
        """Draft a change with the levels it runs between: "up 43% to 760 billion from 531 billion"."""
        sentence = self.bare
        for change in changes(sentence):
            if change not in self.left:
                continue
            at = sentence.quantities.index(change)
            earlier, later = ends(sentence, at)
            if earlier is not None and later is not None and self.when.is_long_ago(change, earlier, later):
                earlier = None
            move = said_again(sentence, self.found, change, later or sentence.quantities[max(at - 1, 0)])
            if move := move or between_sizes(self.found, change, later):
                self._add(move._replace(written=change, kind=kind_of_change(change)))
            elif later is None or not self.when.is_since(change, earlier):
                continue
            elif all(w is None or w in self.left for w in (earlier, later)) and fits(sentence, change, earlier, later):
                self._moved(change, earlier, later)

    def _moved(self, change: Written, earlier: Written | None, later: Written) -> None:
        sentence = self.sentence
        group, first = self._group(), min(filter(None, (change, earlier, later)), key=lambda w: w.start)
        subject = subject_of(sentence, first)
        if not subject.words:  # "Compared with 38 million in 2022, revenue rose 11%"
            subject = subject_of(sentence, change)
        dated = earlier is not None or sentence.time_of(later, ahead=False) is not None
        taken = None if dated else periods_taken(sentence, self.found, change)
        end, start, guesses, _, over = taken or self.when.periods(change, earlier, later)
        kind = kind_of_change(change)
        known = {"confidence": "high" if subject.words else "medium", "guesses": guesses}
        basis = self.when.basis(change, earlier, later) if earlier is not None else ""
        found = [
            self._draft(later, group, "value", subject, in_=end, **known),
            self._draft(change, group, kind, subject, in_=end, from_=start, over=over, basis=basis, **known),
        ]
        if earlier is not None:
            found.append(self._draft(bared(sentence, change, earlier), group, "value", subject, in_=start, **known))
        said_after = said_of_pair(sentence, later) if later.amount_start >= change.amount_end else None
        aside = aside_of(sentence, change) or said_after  # "B, or 6%, twice the A of 2021" is a share
        if aside in self.left and aside not in (earlier, later) and not on_other_basis(sentence, aside):
            said = signed(sentence, aside, down=change.direction == "down")
            found.append(found[1]._replace(written=aside, kind=kind_of_change(aside), said=said))
        self._add(*found)

    def _pairs(self) -> None:
        """Draft two levels of one thing: "from 2% in 2010 to 8%"."""
        for first, second in pairwise(self.sentence.quantities):
            if first in self.left and second in self.left and is_pair(self.sentence, first, second):
                self._paired(first, second)
            if first in self.left and second in self.left and came_from(self.sentence, first, second):
                self._paired(second, first)

    def _remainders(self) -> None:
        """Draft shares that are at most all together: "60% came by sea, 30% by rail and the remaining 10% by air"."""
        shares = shares_with_rest(self.sentence)
        if not shares or any(share not in self.left for share in shares):
            return
        found = [self._draft(w, self._group(), "value", subject_of(self.sentence, w)) for w in shares]
        whole = self._draft(shares[-1], self._group(), "assert", Subject("all shares", ("all", "shares")))
        decide = ("whether these are shares of one whole",)
        self._add(*found)
        self.found.append(whole._replace(parts=tuple(draft.group for draft in found), decide=decide))

    def _sums(self) -> None:
        """Draft what a sentence adds up: exports less imports, a list and its total."""
        added = AddedUp(self.when, self.found, self.left, self._group)
        self._add(*added.levels)
        self.found += added.sums

    def _listed(self) -> None:
        """Draft numbers and names that go together: "the EU and Japan ... 7.2% and 9.9% respectively"."""
        for row in listed(self.sentence):
            if any(each.written not in self.left for each in row):
                continue
            group = self._group()
            for each in row:
                own = group if each.year else self._group()
                moved = self.when.within(each.year) if each.year else None
                self._add(draft_alone(self.when, each.written, own, each.subject, moved=moved, year=each.year))

    def _paired(self, first: Written, second: Written) -> None:
        group, subject = self._group(), subject_of(self.sentence, min(first, second, key=lambda w: w.start))
        end, start, *_ = self.when.moved(second, first)
        self._add(
            self._draft(first, group, "value", subject, in_=start, confidence="medium"),
            self._draft(second, group, "value", subject, in_=end, confidence="medium"),
        )
        last = max(first, second, key=lambda w: w.start)
        change = said_of_pair(self.sentence, last) or amount_of_pair(self.sentence, last)
        self._said_of(second, first, change, self.found[-1])

    def _said_of(self, later: Written, earlier: Written, change: Written | None, level: Draft) -> None:
        """Draft the change that stands bare behind two levels, given the draft of the later one."""
        if change in self.left and not on_other_basis(self.sentence, change):
            said = signed(self.sentence, change, down=later.value < earlier.value)
            start = next(d.in_ for d in self.found if d.written.number_start == earlier.number_start)
            self._add(level._replace(written=change, kind=kind_of_change(change), from_=start, said=said))

    def _compared(self) -> None:
        """Draft a level and the one it is held against: "$5 million, compared with $4 million a year earlier"."""
        self._compared_by_sign()
        for later, earlier in pairwise(self.bare.quantities):
            alike = is_comparison(self.bare, later, earlier) or (
                is_back(self.bare, later, earlier) and asides_alike(self.sentence, self.bare, later, earlier)
            )
            if later in self.left and earlier in self.left and alike:
                group, subject = self._group(), subject_of(self.sentence, later)
                end, start, guesses, *_ = self.when.compared(later, earlier)
                known = {"confidence": "medium", "guesses": guesses}
                self._add(
                    self._draft(later, group, "value", subject, in_=end, **known),
                    self._draft(earlier, group, "value", subject, in_=start, **known),
                )
                change = said_of_pair(self.sentence, earlier)  # "(4%)" may be a share of something
                if change is not None and change.text.lstrip("( ")[:1] in "+-−":
                    self._said_of(later, earlier, change, self.found[-2])

    def _compared_by_sign(self) -> None:
        """Draft a level, its comparative, and the change that only a sign tells: "(2022: $38 million; +11%)"."""
        for later in self.bare.quantities:
            found = signed_change(self.bare, later)
            sentence, change = found or (self.bare, later)
            at = sentence.quantities.index(later) + 1
            earlier = sentence.quantities[at] if found and at < len(sentence.quantities) else None
            if earlier is None or not in_parentheses(sentence, later, earlier) or on_other_basis(sentence, change):
                continue
            if all(number in self.left for number in (later, earlier, change)):
                when = When(sentence, self.position, self.when.timing)
                group, subject = self._group(), subject_of(self.sentence, later)
                end, start, guesses, *_ = when.compared(later, earlier)
                known = {"confidence": "medium", "guesses": guesses}
                self._add(
                    self._draft(later, group, "value", subject, in_=end, **known),
                    self._draft(earlier, group, "value", subject, in_=start, **known),
                    self._draft(change, group, kind_of_change(change), subject, in_=end, from_=start, **known),
                )

    def _alone(self, written: Written) -> None:
        """Draft a number that nothing else took, with what it takes over from the numbers before it."""
        sentence, earlier = self.sentence, bool(_FROM.search(self.sentence.before(written)))
        # "18% of net sales, from $38 million" is no level of net sales
        subject, year = Subject() if earlier else subject_of(sentence, written), self.when.told(written, self.found)
        year = self.when.earlier(written) if earlier else year
        if is_yearly(sentence, written):
            if (growth := lasted(sentence, self.found, written)) is not None:
                self._yearly(written, *growth)
                return
        else:
            if is_move(sentence, written):
                self._changed(written, subject)
                return
            whole = whole_of(self.plain, written) if written in self.plain.sentence.quantities else None
            if whole is not None:
                self._share(written, subject, whole)
                return
            if (again := moved_again(self.when, self.found, written)) is not None:
                self._add(again._replace(group=self._group()))
                return
            before = whole_before(sentence, self.found, written)
            if before is not None and sentence.time_of(written, ahead=False) is None:
                self._part(before, draft_alone(self.when, written, self._group(), subject, year=before.in_))
                return
        self._add(draft_alone(self.when, written, self._group(), subject, year=year))

    def _changed(self, change: Written, subject: Subject) -> None:
        """Draft a change whose levels another sentence may tell, and what says it over again: "by 176 GW (+7.4%)"."""
        aside = aside_of(self.sentence, change)
        again = aside if aside in self.left and not on_other_basis(self.sentence, aside) else None
        moved = periods_taken(self.sentence, self.found, change)
        if again is not None and moved is None and self.sentence.time_of(change) is None:
            moved = self.when.periods(again, None, None)
        draft = draft_alone(self.when, change, self._group(), subject, moved=moved)
        self._add(draft)
        if again is not None:
            said = signed(self.sentence, again, down=change.direction == "down")
            self._add(draft._replace(written=again, kind=kind_of_change(again), said=said))

    def _yearly(self, rate: Written, growth: Draft, years: int) -> None:
        """Draft the yearly rate of growth over so many years."""
        said = " ".join(self.sentence.text[growth.written.start : growth.written.amount_end].split())
        guess = f"“{said}” is over {years} years"
        draft = growth._replace(written=rate, kind="cagr", in_="", to=growth.in_, years=years, decide=())
        self._add(draft._replace(guesses=(*growth.guesses, guess)))

    def _part(self, whole: Draft, part: Draft) -> None:
        """Draft a level behind "of which", and that it is at most the level it is a part of."""
        self._add(part)
        alike = whole.written.unit == part.written.unit not in (BARE, PERCENT)  # "30%, of which 60%" is 60% of the 30%
        if whole.kind == part.kind == "value" and alike:
            text = " ".join(part.written.text.split())
            at_most = part._replace(kind="assert", parts=(part.group,), whole_group=whole.group, confidence="medium")
            self.found.append(at_most._replace(decide=(f"whether “{text}” is a part of it",)))

    def _share(self, written: Written, subject: Subject, whole: Subject) -> None:
        """Draft a share: of the quantity printed before it where the words say so, in the whole printed behind it."""
        behind = part_behind(self.plain.sentence, written, whole)
        part = part_before(self.plain.sentence, self.found, written, whole) if behind is None else None
        told = next((d for d in self.found if d.written is behind and d.kind == "value"), None)
        part = part or told
        group = part.group if part else self._group()
        draft = draft_alone(
            self.plain, written, group, part.subject if part else subject, year=part.in_ if part else ""
        )
        level = next((w for w in self.left if w.amount_start >= written.amount_end), None)
        if part is not None:
            draft = draft._replace(confidence="medium", guesses=part.guesses)
        if behind is not None and behind in self.left:
            self._add(draft._replace(written=behind, kind="value", whole=None))
        if level is not None and is_level_of(self.sentence, written, level):
            own = self._group()
            draft = draft._replace(whole_group=own)
            self._add(self._draft(level, own, "value", whole, in_=draft.in_, confidence="medium"))
        self._add(draft)
