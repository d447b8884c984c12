"""Number formats of spreadsheets: what a cell shows."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.documents.readers.number_format import shown

SHORT = '[>=1000000]0.0,,"M";[>=1000]0.0,"K";0'
ACCOUNTING = '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)'


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (20.7, "0.00", "20.70"),
        (0.207, "0.0%", "20.7%"),
        (0.431, "0%", "43%"),
        (1234567.891, "#,##0", "1,234,568"),
        (1234567.891, "#,##0.00", "1,234,567.89"),
        (-5.4, "0.0;(0.0)", "(5.4)"),
        (-5.4, "0.0", "-5.4"),
        (-5.4, "#,##0.0_);[Red](#,##0.0)", "(5.4)"),
        (12345678, '#,##0.0,,"M"', "12.3M"),
        (1.005, "0.00", "1.01"),
        (2.5, "0", "3"),
        (-3, '"$"#,##0.00', "-$3.00"),
        (1234.5, "[$€-407] #,##0.00", "€ 1,234.50"),
        (0, '0;-0;"-"', "-"),
        (7, '0 "units"', "7 units"),
        (-0.001, "0.0", "0.0"),
        (1234.5, ACCOUNTING, "1,234.50"),
        (-1234.5, ACCOUNTING, "(1,234.50)"),
        (0.5, "#.##", ".5"),
        (0, "#,##0", "0"),
        (1.5, "0.0#", "1.5"),
        (5, "000", "005"),
        (0.5, "General", "0.5"),
        (1 / 3, "General", "0.33333333333333"),
        (12345, "0.00E+00", "12345"),
        (True, "0", "TRUE"),
        ("text", "0.00", "text"),
        (dt.datetime(2015, 7, 31), "yyyy-mm-dd", "2015-07-31"),  # noqa: DTZ001 - a cell has no zone
        (dt.datetime(2015, 7, 1), "mmm\\-yy", "2015-07"),  # noqa: DTZ001
        (dt.datetime(2015, 1, 1), '"Year" yyyy', "2015"),  # noqa: DTZ001
        (dt.datetime(2015, 7, 1), "d-mmm-yy", "2015-07-01"),  # noqa: DTZ001
        (dt.datetime(2015, 7, 1, 9, 30), "mmm-yy", "2015-07-01 09:30:00"),  # noqa: DTZ001
        (float("inf"), "0", "inf"),
        (1234567, "# ##0", "1234 567"),
        (1234.5, "# ##0.00", "1 234.50"),
        (12345678, r"#\ ###\ ##0", "12 345 678"),
        (34.5, "# ##0.0%", "3 450.0%"),
        (34, "# ##0", "34"),
        (5551234, "000-0000", "555-1234"),
        (5, "0.0;@", "5.0"),
        (-5, "0.0;@", "-5.0"),
        (1, '[=1]"yes";[=0]"no";General', "yes"),
        (2, '[=1]"yes";[=0]"no";General', "2"),
        (2_500_000, SHORT, "2.5M"),
        (1_000_000, SHORT, "1.0M"),
        (1_500, SHORT, "1.5K"),
        (12, SHORT, "12"),
        (0, SHORT, "0"),
        (-1_500, SHORT, "-1500"),
        (-5, "[Red][<0]-0;0", "-5"),
        (5, "[Red][<0]-0;0", "5"),
        (-5, "[<0](0.0);0.0", "(5.0)"),
        (-5, '[<1000000]0.0,"K";0.0,,"M"', "0.0K"),
        (-1_500, '[<1000000]0.0,"K";0.0,,"M"', "-1.5K"),
        (0, '0.0;[=0]"-"', "-"),
        (3, '0.0;[=0]"-"', "3.0"),
        (-3, '0.0;[=0]"-"', "-3"),
        (50, '[>100]0.0"!"', "50"),
        (200, '[>100]0.0"!"', "200.0!"),
        (0, '[>100]0.0"!";-0;"nil"', "nil"),
        (-7, '[>100]0.0"!";-0;"nil"', "-7"),
        (2, '"[<0]"0;-0', "[<0]2"),
    ],
)
def test_what_a_cell_shows(value: object, form: str, text: str) -> None:
    assert shown(value, form) == text


@given(st.floats(-1e12, 1e12, allow_nan=False), st.integers(0, 6))
def test_a_number_is_shown_within_half_a_unit_of_its_last_digit(value: float, decimals: int) -> None:
    text = shown(value, "0." + "0" * decimals if decimals else "0")
    assert abs(Decimal(text) - Decimal(repr(value))) * 2 <= Decimal(1).scaleb(-decimals)


@given(st.floats() | st.integers(), st.text(alphabet='0#?,.%;"\\_*[]$-E/@x <>=1', max_size=15))
def test_no_format_makes_it_fail(value: float, form: str) -> None:
    assert isinstance(shown(value, form), str)
