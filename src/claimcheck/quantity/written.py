"""Written numbers, in one place.

What a text's numbers are, how they are read, and what they may have been meant to be.
"""

from claimcheck.quantity.rounding import half_unit, interval, plain_interval
from claimcheck.quantity.scanner import read, scan
from claimcheck.quantity.slips import slips
from claimcheck.quantity.style import check_style, parse_scale
from claimcheck.quantity.terms import NumberError, Style, Unit, Written

__all__ = [
    "NumberError",
    "Style",
    "Unit",
    "Written",
    "check_style",
    "half_unit",
    "interval",
    "parse_scale",
    "plain_interval",
    "read",
    "scan",
    "slips",
]
