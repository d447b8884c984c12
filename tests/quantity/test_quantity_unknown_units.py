"""Units that no table has, and words that are none."""

from __future__ import annotations

import pytest

from claimcheck.quantity.unknown_units import with_unknown_unit
from claimcheck.quantity.written import scan

UNITS = {
    "It yielded 78.4 dt/ha that year.": ["dt/ha"],
    "It shipped 3.2 million cwt, at 12 mSv and 3.3 GBq, 250 kVA.": ["cwt", "mSv", "GBq", "kVA"],
    "A value of 7.2 mEq/L or 8.2 W/m²K, and 9.8 m/s².": ["mEq/L", "W/m²K", "m"],
    "12 by noon, 12 he/she, 12 and/or 13, 12 vs. 13, 12 bzw. 15": [""] * 8,
    "650 MPs and 12 GPs voted, 3.2 MVA, 5 in 2019, 41 PhD students": ["", "", "", "", "", "student"],
    "5 kEUR, 12 p/kWh, 3 plc, 12 ct, 4 mkr": ["", "", "", "", ""],
    "5.6 mEq/l, 7.3 mkat/ml, 78.4 dt per hectare": ["mEq/L", "mkat/mL", "dt/ha"],
    "24.1 km, 5 kg per day and 12 firms": ["km", "kg", "firm"],
}


def test_what_stands_behind_a_unit_of_no_table_compares() -> None:
    text = "3.1 kVA less, 49.57 dt/ha more, 8.2 W/m²K lower, 3.3 GBq less than 5 GBq"
    assert [with_unknown_unit(each, text).direction for each in scan(text)] == ["down", "up", "down", "", ""]


@pytest.mark.parametrize("text", UNITS)
def test_what_is_written_as_units_are_is_one(text: str) -> None:
    assert [with_unknown_unit(each, text).unit.name for each in scan(text)] == UNITS[text]
