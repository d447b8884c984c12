"""A name for what a number is about: the noun of its words, without verbs and without little words at the ends."""

from __future__ import annotations

from claimcheck.quantity.lexicon.labels import MONTH_NAMES

# Verbs of telling: what stands before them is who tells, and never what is counted.
_TELLING = """
said says say showed shows shown show reveal reveals revealed announced suggests suggested indicates
indicated indicating found expecting
"""
# Verbs that take what is counted as their object; none of them is a noun as well.
_OBJECT = """
reported posted recorded expect expects expected put bring brings brought left take takes took spend spends spent
invest invests invested buy buys bought sell sells sold save saves saved get gets got counted shipped asked held
carried had has have see sees saw raised pay pays paid earn earns earned produce produces produced
include includes included hosts hosted contributed delivered added won generated employed employs attracted received
installed exported imported built opened posting reporting totaling totalling equating representing recording add
adds foresees excludes comprised represents represent equals
"""
# Verbs that say what their subject is, or how it moved.
_STATE = """
remain remains remained become becomes became comes came go goes went stay stays stayed look looks hovered hovers edged
ticked plunged plunges soared registered registers retreated accounted accounts stood stands expanded averaged
averages amounted involved involves involve compares rose fell rises falls grew grows climbed declined dipped jumped
surged slumped narrowed widened rallied eased slowed accelerated contracted totalled totaled polls
"""
_SMALL = """
after before earlier then since if so therefore within against compared together thus now nearly still only just yet
too hence though although because when unchanged little changed slightly sharply virtually steadily steady flat both
neither nor whilst while thereby followed sequentially meanwhile inexorably such globally nationally worldwide declining
rising falling whose them among essentially
"""
# What is said of a number and is never what it is a number of.
_NEVER = f"""
figure figures unchanged reporting new record records time times previous prior month months year years quarter
quarters week weeks day days monday tuesday wednesday thursday friday saturday sunday increase decrease rise fall drop
gain decline growth change changes number numbers level levels rate part low lower lowest high higher highest
initial revised data statistics report reports survey today way result results out well basis end beginning start
close respective them estimate estimates increases decreases bus bu mmt mt series considerably
{" ".join(MONTH_NAMES)}
"""
_TELLS, _BEING, _LITTLE, _VOID = (frozenset(text.lower().split()) for text in (_TELLING, _STATE, _SMALL, _NEVER))
_TAKING = _TELLS | frozenset(_OBJECT.split())


def named(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words by which a quantity is called; none where they are all verbs and little words."""
    being = next((i for i, word in enumerate(words) if word in _BEING), len(words))
    kept = _trimmed(words[:being])
    last = max((i for i, word in enumerate(kept) if word in _TAKING), default=-1)
    object_ = _trimmed(kept[last + 1 :])
    if tells(object_) or (last >= 0 and kept[last] in _TELLS):
        return object_
    return _trimmed(tuple(word for word in kept[:last] or kept if word not in _TAKING | _BEING)) or object_


def tells(words: tuple[str, ...]) -> bool:
    """Whether some of the words say what is counted, and not only when, or that it is a number: "June figure"."""
    return any(word not in _VOID and len(word) > 1 for word in words)


def takes_object(words: tuple[str, ...]) -> bool:
    """Whether words end with a verb whose object is behind the number: "China produced 59 million tonnes of iron"."""
    return bool(words) and words[-1] in _TAKING


def _trimmed(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return words without the little ones at their ends."""
    inner = [i for i, word in enumerate(words) if word not in _LITTLE]
    return words[inner[0] : inner[-1] + 1] if inner else ()
