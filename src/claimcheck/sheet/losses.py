"""A loss in words: "a loss of $5.0 million" is -5.0 million for a quantity that may be below 0."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from claimcheck.kinds.base import Fit, level_names
from claimcheck.quantity.lexicon import words
from claimcheck.quantity.lexicon.changes import LOSSES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.kinds.base import Kind, Stated
    from claimcheck.quantity.written import Written
    from claimcheck.sheet.model import Claim, Series, Sheet

_NOUNS = words("loss losses deficit deficits shortfall shortfalls")
_VERBS = words("lost lose loses losing")
_GAINS = words("profit profits surplus surpluses gain gains")
_CHINESE_GAINS = re.compile(r"(盈利|利润|利潤|顺差|順差|盈余|盈餘)[额額]?[了为為达達约約]?$")
_CHINESE = re.compile(r"(亏损|虧損|逆差|赤字)[额額]?[了为為达達约約]?$")
# What may stand between the noun and its number: "the loss after tax in 2024 was", "a deficit with China of".
_LINKS = words(
    """
    of was is were are be been at to reached came in on for the a an year years quarter half month amounted totalled
    totaled stood hit net before after tax taxes interest attributable shareholders per share with from , : ( $ € £ ¥ ₹
    % dollar dollars euro euros pound pounds yuan yen percent cent
    """
)
# What may stand between a number and the noun behind it: "$5.0 million net loss".
_BEHIND = re.compile(
    r"\W{0,2}(?:in )?"
    r"(?:(?:net|operating|pre-?tax|trade|budget|current|account|annual|quarterly|total|overall|fiscal|cash) ){0,3}"
    r"(loss|losses|deficits?|shortfalls?|profits?|surplus|surpluses|gains?)\b(?!-)",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[^\W\d_]+|\d[\d.,]*|[^\w\s]")
_ASKED = 100  # claims about a quantity
_NAMED = words("deficit deficits gap burn outflow outflows negative 亏损 逆差 赤字")
# What is below 0 when a loss is told of it; `profit_or_loss` is not called a loss either.
_EITHER = words(
    "profit profits income earnings gain gains surplus balance result results margin ebit ebitda cashflow 利润 余额"
)


def loss_word(text: str, written: Written) -> str:
    """Return the word of `text` that says its number is a loss; "" of none, and where it may belong to something else.

    "the loss narrowed by 5.0 million" says nothing of how large the loss is.
    """
    if not any(stem in text.lower() for stem in LOSSES):
        return ""
    chinese = _CHINESE.search(text[: written.amount_start].rstrip())
    if chinese:
        return str(chinese[1])
    led = [*_TOKEN.findall(text[: written.start])[-1:], *_TOKEN.findall(text[written.start : written.number_start])[:1]]
    verb = next((str(token) for token in led if token.lower() in _VERBS), "")
    if verb and not written.by_to:
        return verb
    return _noun_before(text[: written.amount_start], _NOUNS) or _noun_behind(text[written.amount_end :], _NOUNS)


def _tells_gain(text: str, written: Written) -> bool:
    """Whether a text says that its number is none of a loss: "a profit of 5.0 million"."""
    before, behind = text[: written.amount_start], text[written.amount_end :]
    told = _CHINESE_GAINS.search(before.rstrip()) or _noun_before(before, _GAINS) or _noun_behind(behind, _GAINS)
    return bool(told)


def _noun_before(text: str, nouns: frozenset[str]) -> str:
    tokens = _TOKEN.findall(text)
    last = max((i for i, token in enumerate(tokens) if token.lower() in nouns), default=None)
    if last is None:
        return ""
    between = tokens[last + 1 :]
    hyphened = between[:1] == ["-"] or tokens[max(last - 1, 0)] == "-"  # "loss-making", "stop-loss"
    if hyphened or not all(_links(token) for token in between):
        return ""
    further = any(token[0].isdigit() and not _is_year(token) for token in between)
    return "" if further and between[0].lower() == "of" else str(tokens[last])


def _links(token: str) -> bool:
    return token.lower() in _linking() or token[0].isdigit() or token[0].isupper()


@cache
def _linking() -> frozenset[str]:
    from claimcheck.quantity.directions import verbs
    from claimcheck.quantity.lexicon.changes import ADVERBS
    from claimcheck.quantity.lexicon.hedges import BEFORE
    from claimcheck.quantity.lexicon.numbers import SCALES

    hedges = {word for phrases in BEFORE.values() for phrase in phrases for word in phrase.split()}
    return _LINKS.union(verbs(), ADVERBS, hedges, SCALES) - {"by", "and"}


def _is_year(token: str) -> bool:
    return bool(re.fullmatch(r"(?:19|20)\d\d", token))


def _noun_behind(text: str, nouns: frozenset[str]) -> str:
    found = _BEHIND.match(text)
    return str(found[1]) if found and found[1].lower() in nouns else ""


def with_losses(claims: list[Claim], series: dict[str, Series]) -> list[Claim]:
    """Return the claims of a sheet, numbers below 0 where a loss is told of a quantity that may be.

    It may be below 0 where it is declared so, where a claim prints it so, or where profits are counted in it; not where
    it is itself called a loss, or declared positive.
    """
    below = {name for name, known in series.items() if known.signed}
    below.update(name for claim in claims for kind in claim.readings for name in _printed_below(kind))
    return [_with_loss(claim, series, below) for claim in claims]


def _printed_below(kind: Kind) -> list[str]:
    stated = kind.stated
    printed = kind.name == "value" and stated is not None and (stated.negative or stated.written.value < 0)
    return level_names(kind) if printed else []


def _with_loss(claim: Claim, series: dict[str, Series], below: set[str]) -> Claim:
    may = [_may(kind, series, below) for kind in claim.readings]
    if not any(may) or not _told(claim):
        return claim
    gains = [bool(q.number and _tells_gain(q.text, q.number.written)) for q in claim.quotes]
    own = next((gain for quote, gain in zip(claim.quotes, gains, strict=True) if quote.number), False)  # the claim's
    readings = tuple(_below_zero(k) if loss and not own else k for k, loss in zip(claim.readings, may, strict=True))
    numbers = _below([quote.number for quote in claim.quotes], gains)
    return claim._replace(
        readings=readings,
        quotes=tuple(q._replace(number=n) for q, n in zip(claim.quotes, numbers, strict=True)),
        printed=tuple(_below(n, gains) if loss else n for n, loss in zip(claim.printed, may, strict=False)),
    )


def _below(numbers: Iterable[Stated | None], gains: list[bool]) -> tuple[Stated | None, ...]:
    """Return the numbers of the quotes of a loss, below 0 where no gain is told."""
    return tuple(n if gain or n is None else _number_below(n) for n, gain in zip(numbers, gains, strict=True))


def _told(claim: Claim) -> str:
    """Return the word by which a quote of a claim, or its `is`, tells a loss; "" of none or of a printed sign."""
    stated = claim.kind.stated
    if stated is None or stated.written.value < 0 or stated.written.text.startswith(("+", "plus ")):
        return ""
    own = stated.written
    shift = own.start
    alone = own._replace(
        start=0,
        number_start=own.number_start - shift,
        amount_start=own.amount_start - shift,
        amount_end=own.amount_end - shift,
    )
    read = [(quote.text, quote.number.written) for quote in claim.quotes if quote.number]
    # What is cut out of a quote has lost the "stop-" of its loss.
    if all(own.text != written.text for _, written in read):
        read.append((own.text, alone))
    told = (loss_word(text, written) for text, written in read)
    return next(filter(None, told), "")


def _below_zero(kind: Kind) -> Kind:
    return kind.with_number(_number_below(kind.stated)) if kind.stated else kind


def _number_below(number: Stated) -> Stated:
    return number if number.written.value < 0 or number.negative else number.below_zero()


def _may(kind: Kind, series: dict[str, Series], below: set[str]) -> bool:
    """Whether a loss of the quantity of a kind is below 0."""
    names = level_names(kind)
    if kind.fit is not Fit.LEVEL or any(name in series and series[name].positive for name in names):
        return False
    known = any(name in below or _words_of(name, series) & _EITHER for name in names)
    return known and not is_called_loss(names, series)


def is_called_loss(names: list[str], series: dict[str, Series]) -> bool:
    """Whether a quantity's name or label says that it counts a loss: `net_loss`, "trade deficit", `job_cuts`."""
    from claimcheck.quantity.lexicon.changes import DOWN

    told = [_words_of(name, series) for name in names]
    return any(each & (DOWN | _NAMED) and not each & _EITHER for each in told)


def _words_of(name: str, series: dict[str, Series]) -> frozenset[str]:
    label = series[name].label if name in series else ""
    return frozenset(token.lower() for token in _TOKEN.findall(f"{name.replace('_', ' ')} {label}"))


def sign_notes(sheet: Sheet, claims: tuple[str, ...]) -> list[str]:
    """Return how signs were read wherever a quote tells a loss of a quantity that some claims speak of.

    Where very many claims speak of it, only those of the contradiction are asked.
    """
    spoken = {name for each in claims if (claim := sheet.claim(each)) for name in claim.names()}
    about = sheet.about(spoken)
    return [
        note
        for claim in (about if len(about) <= _ASKED else [claim for claim in about if claim.id in claims])
        if spoken.intersection(level_names(claim.kind)) and (note := _sign_note(sheet, claim, told=claim.id in claims))
    ]


def _sign_note(sheet: Sheet, claim: Claim, *, told: bool) -> str:
    """Return how the sign of a claim's number was read where it tells of a loss; "" where nothing is open.

    A number that was made negative is spoken of where the contradiction is `told` with it.
    """
    stated, word, names = claim.kind.stated, _told(claim), level_names(claim.kind)
    if stated is None or not word or claim.kind.fit is not Fit.LEVEL or is_called_loss(names, sheet.series):
        return ""
    digits = stated.written.digits
    if stated.negative:
        said = f"“{word}” makes the number of {claim.id} negative; `is: +{digits}` would say that it is not"
        return said if told else ""
    return (
        f"“{word}” leaves the number of {claim.id} positive; where {' + '.join(names)} may be below 0, declare it "
        f"`sign: any`, or write `is: -{digits}`"
    )
