"""Relations: which numbers of a sentence say something about each other, each as a draft of a claim."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.extraction.draft import Draft
from claimcheck.extraction.ends import ends, is_pair
from claimcheck.extraction.fractions import fractions
from claimcheck.extraction.remainders import shares_with_rest
from claimcheck.extraction.subjects import Subject, meaning, subject_of
from claimcheck.extraction.when import When, rate_length
from claimcheck.extraction.words import is_change, is_yearly, leads_on, names_market, without_market

if TYPE_CHECKING:
    from claimcheck.extraction.passage import Sentence
    from claimcheck.quantity.written import Written

LEVELS = ("currency", "count", "measure", "none")
_SHARE = re.compile(r"^\s*(?:\([^)]*\)\s*)?of\s+(?:the\s+|its\s+|their\s+|all\s+|our\s+)?([^,.;:()\d]{3,60})")


def drafts(sentences: list[Sentence]) -> list[Draft]:
    """Return a draft for each quantity of the sentences, in the order of the text."""
    reference = _reference(sentences)
    found: list[Draft] = []
    for position in range(1, len(sentences)):
        if sentences[position].follows(sentences[position - 1]):
            found += _across(sentences[position - 1], sentences[position], position, reference)
    taken = {draft.written.number_start for draft in found}
    for position, sentence in enumerate(sentences):
        found += _Drafter(sentence, position, reference, taken).all()
    return sorted(found, key=lambda draft: draft.written.number_start)


def _across(first: Sentence, second: Sentence, position: int, reference: int | None) -> list[Draft]:
    """Return two sizes and their rate where the second sentence goes on about the first: "It is to reach ..."."""
    drafter = _Drafter(first.joined(second), position, reference, set())
    drafter.groups += 500  # the sentence's own drafts count from its beginning
    drafter.sizes()
    guess = f"“{second.words.split()[0]}” in “{second.words[:40]}…” is what the sentence before is about"
    return [
        draft._replace(
            sentence=position - (draft.written.number_start < second.start), guesses=(guess,), confidence="medium"
        )
        for draft in drafter.found
        if len({each.written.number_start < second.start for each in drafter.found}) > 1
    ]


def _reference(sentences: list[Sentence]) -> int | None:
    """Return the year that a text speaks of most, the latest of equals."""
    counts: dict[int, int] = {}
    for sentence in sentences:
        for year in sentence.years:
            counts[int(year.value)] = counts.get(int(year.value), 0) + 1
    return max(counts, key=lambda year: (counts[year], year)) if counts else None


class _Drafter:
    def __init__(self, sentence: Sentence, position: int, reference: int | None, taken: set[int]) -> None:
        self.sentence, self.position = sentence, position
        self.when = When(sentence, position, reference)
        self.left = [written for written in sentence.quantities if written.number_start not in taken]
        self.found: list[Draft] = []
        self.groups = position * 1000

    def all(self) -> list[Draft]:
        """Return the drafts of the sentence: what hangs together first, then each number by itself."""
        self._fractions()
        self.sizes()
        self._moves()
        self._pairs()
        self._remainders()
        for written in list(self.left):
            self._alone(written)
        return sorted(self.found, key=lambda draft: draft.written.number_start)

    def _add(self, *drafts: Draft) -> None:
        for draft in drafts:
            self.found.append(draft)
            self.left.remove(draft.written)

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

    def sizes(self) -> None:
        """Draft a size in one year, a size in another, and the yearly rate between them."""
        sentence = self.sentence
        for rate in [w for w in self.left if is_yearly(sentence, w)]:
            if rate not in self.left:
                continue
            at = sentence.quantities.index(rate)
            near = _run(sentence, at)
            levels = [w for w in near if w.unit.family in LEVELS and w.form in ("number", "range") and w in self.left]
            dated = [(year, w) for w in levels if (year := sentence.year_of(w)) is not None]
            if len(dated) < len(levels) or len({w.unit for w in levels}) > 1 or len({y for y, _ in dated}) < len(dated):
                continue
            if len(dated) > 1:
                self._sized(rate, sorted(dated, key=lambda pair: pair[0]))

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

    def _moves(self) -> None:
        """Draft a change with the levels it runs between: "up 43% to 760 billion from 531 billion"."""
        numbers = self.sentence.quantities
        for change in [w for w in numbers if is_change(self.sentence, w)]:
            if change not in self.left or is_yearly(self.sentence, change):
                continue
            earlier, later = ends(self.sentence, numbers.index(change))
            if later is None or later not in self.left or (earlier is not None and earlier not in self.left):
                continue
            percents = later.unit.family == "percent"
            if percents != (change.unit.family == "points") or (earlier and earlier.unit != later.unit):
                continue
            self._moved(change, earlier, later)

    def _moved(self, change: Written, earlier: Written | None, later: Written) -> None:
        sentence = self.sentence
        group, first = self._group(), min(filter(None, (change, earlier, later)), key=lambda w: w.start)
        subject = subject_of(sentence, first)
        end, start, guesses = self.when.periods(change, earlier, later)
        kind = "change" if change.unit.family == "points" else "growth"
        known = {"confidence": "high" if subject.words else "medium", "guesses": guesses}
        found = [
            self._draft(later, group, "value", subject, in_=end, **known),
            self._draft(change, group, kind, subject, in_=end, from_=start, **known),
        ]
        if earlier is not None:
            found.append(self._draft(earlier, group, "value", subject, in_=start, **known))
        self._add(*found)

    def _pairs(self) -> None:
        """Draft two levels of one thing: "from 2% in 2010 to 8%"."""
        for first, second in pairwise(self.sentence.quantities):
            if first in self.left and second in self.left and is_pair(self.sentence, first, second):
                self._paired(first, second)

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

    def _paired(self, first: Written, second: Written) -> None:
        group, subject = self._group(), subject_of(self.sentence, first)
        start, end = self.sentence.year_of(first), self.sentence.year_of(second)
        number = self.position + 1
        self._add(
            self._draft(
                first, group, "value", subject, in_=str(start or f"before sentence {number}"), confidence="medium"
            ),
            self._draft(second, group, "value", subject, in_=str(end or f"in sentence {number}"), confidence="medium"),
        )

    def _alone(self, written: Written) -> None:
        """Draft one number by itself: a rate, a change, a share, or a level."""
        sentence, subject = self.sentence, subject_of(self.sentence, written)
        if is_yearly(sentence, written):
            self._rate(written, subject)
        elif is_change(sentence, written) and written.unit.family != "points":
            end, start, guesses = self.when.periods(written, None, None)
            decide = () if end[:1].isdigit() else ("the periods it runs between",)
            self._add(
                self._draft(
                    written, self._group(), "growth", subject, in_=end, from_=start, guesses=guesses, decide=decide,
                    confidence="medium" if subject.words else "low",
                )
            )  # fmt: skip
        elif (written.unit.family == "percent" or written.form in ("word", "fraction")) and (
            whole := self._whole(written)
        ):
            self._add(
                self._draft(
                    written, self._group(), "share", subject, whole=whole, in_=self.when.year(written),
                    confidence="medium" if subject.words else "low", decide=("whether it is a share of this",),
                )
            )  # fmt: skip
        else:
            kind = "change" if written.unit.family == "points" else "value"
            known: dict[str, object] = {
                "in_": self.when.year(written),
                "confidence": "medium" if subject.words else "low",
            }
            if kind == "change":
                end, start, guesses = self.when.periods(written, None, None)
                known |= {"in_": end, "from_": start, "guesses": guesses}
            elif written.unit.family == "multiple":
                known["decide"] = ("what it is a multiple of",)
            self._add(self._draft(written, self._group(), kind, subject, **known))

    def _rate(self, written: Written, subject: Subject) -> None:
        spans, lasting = self.sentence.spans(), self.when.lasting()
        group, confidence = self._group(), "medium" if subject.words else "low"
        if spans:
            draft = self._draft(written, group, "cagr", subject, from_=str(spans[-1][0]), to=str(spans[-1][1]))
        elif lasting:
            end, start = self.when.past(lasting)
            guess = f"the past {lasting} years are the same ones everywhere in the text"
            draft = self._draft(written, group, "cagr", subject, from_=start, to=end, years=lasting, guesses=(guess,))
        else:
            number = self.position + 1
            draft = self._draft(
                written, group, "cagr", subject, from_=f"before sentence {number}", to=f"in sentence {number}", years=1
            )
            draft = draft._replace(decide=("the periods it runs between; `years: 1` is only a place holder",))
        self._add(draft._replace(confidence=confidence))

    def _whole(self, written: Written) -> Subject | None:
        found = _SHARE.match(self.sentence.after(written))
        if found is None:
            return None
        words = meaning(found[1])
        return Subject(found[1].strip(), words) if words else Subject("the total", ("total",))


def _run(sentence: Sentence, at: int) -> list[Written]:
    """Return the numbers around one that speak of the same thing, as the words between them say."""
    numbers = sentence.quantities
    # The thing may be named once, in front of the first number or between two of them.
    named = names_market(sentence.gap(sentence.start, numbers[0].amount_start)) if numbers else True
    joined = []
    for left, right in pairwise(numbers):
        gap = sentence.between(left, right)
        if not named and names_market(gap):
            gap, named = without_market(gap), True
        joined.append(leads_on(gap))
    first = last = at
    while first > 0 and joined[first - 1]:
        first -= 1
    while last < len(joined) and joined[last]:
        last += 1
    return list(numbers[first : last + 1])
