"""Words around numbers that are no quantities: months, labels, and what tells a year."""

from __future__ import annotations

from claimcheck.quantity.lexicon import words

MONTH_NAMES = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
MONTHS = {word: at for at, name in enumerate(MONTH_NAMES, 1) for word in (name, name[:3])} | {"sept": 9}  # its number
SHORT_MONTHS = tuple(word for word in MONTHS if word not in MONTH_NAMES)

# "Section 3.2", "No. 5"; those that are ordinary words too count with a capital letter only.
LABELS = words(
    """
    act annex apartment appendix article articles bill category chapter chapters clause directive doi eq
    equation exhibit exit fig figs figure figures flight footnote form grade highway interstate isbn iso issn
    item level line lot no nos note p page pages para paragraph phase priority protocol regulation resolution
    rfc room route row rule schedule section sections stage step table tables tier type unit v version vol
    volume
    """
)

PLAIN_LABELS = words(
    """
    article category chapter chapters figure figures footnote grade page pages phase priority section sections stage
    step table tables type version
    """
)

# Behind these words they count on: "at week 52", "by day 28".
COUNTED_ON = words("week day month visit cycle")
UP_TO = words("at by from to until till through after before on and between")
GOES_ON = words("and or but in for with was were after of from to compared than among")

# Before four digits they tell a year.
TIME = words(
    """
    after before by circa during in since till until
    """
)

# Behind four digits they tell a count.
CROWDS = words(
    """
    businesses cars cases children companies customers deaths employees enterprises firms homes hours households
    houses items jobs members men miles participants patients people persons residents schools shares stores
    students units users vehicles visitors women workers
    """
)

# Behind these a sign tells how old they are: "women <25", "adults ≥65".
AGED = words("adults age aged boys children females girls individuals males men patients people persons those women")

# "mid-2015" is a year all the same.
PREFIXES = words(
    """
    about approx around circa early from late mid non over post pre roughly since sub under
    """
)

# What stands behind a number that says how much, and is no year and no label.
BEHIND_SIZES = words("million billion trillion thousand percent % per m bn times x")
ORDINAL_ENDINGS = ("st", "nd", "rd", "th")
