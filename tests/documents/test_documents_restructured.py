"""reStructuredText: the text without its marks and directives, tables as cells, with places in the source."""

from __future__ import annotations

import time

import pytest

from claimcheck.documents.readers import document_from_bytes


def read(source: str):
    return document_from_bytes("a.rst", source.encode())


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("rose **21%** to *$2.2 billion*", "rose 21% to $2.2 billion"),
        ("5 * 3 * 2 and 2*3*4 and a_b", "5 * 3 * 2 and 2*3*4 and a_b"),
        ("``7%`` of `the market <http://a.b/77>`_, see trade_", "7% of the market, see trade"),
        (":ref:`table 2 <tab-2>` and CO\\ :sub:`2`, 10\\ :sup:`6`", "table 2 and CO₂, 10⁶"),
        ("40 firms [1]_ of 50 [#note]_", "40 firms of 50"),
        ("\\*5 and a\\\\b", "*5 and a\\b"),
        (".. |rate| replace:: 12%\n\nup |rate| to |none|", "\n\nup 12% to |none|"),
        ("Sales\n=====\n\nfell", "Sales\n\n\nfell"),
        ("- 3 cats\n- 4 dogs\n  and 5", "\n3 cats\n\n4 dogs\n  and 5"),
        (".. 99 in a comment\n   98\n\nseen", "\n\nseen"),
        (".. _target 5: http://x.y/12\nseen", "\nseen"),
        (".. image:: p12.png\n   :width: 300\n\nseen", "\n\nseen"),
        (".. figure:: p12.png\n   :width: 300\n\n   7 cats", "\n\n\n   7 cats"),
        (".. note:: 5 people\n   :class: x7\n\n   6 more", "\n5 people\n\n\n   6 more"),
        (".. [1] 8 dogs\n.. [#a] 9 *cats*", "8 dogs\n9 cats"),
        ("as ::\n\n    x = 5\n\nthen", "as \n\n    x = 5\n\nthen"),
        ("", ""),
        ("..", "\n"),
        ("::", ""),
        (".. csv-table::\n   :header: a, 5", "\n\na\t5\n\n"),
        (".. list-table::", "\n"),
    ],
)
def test_what_is_shown(source: str, shown: str) -> None:
    assert read(source).text == shown


SIMPLE = """
======  ====  ====  =======
Region  2023  2024  Change
======  ====  ====  =======
North   1.5   1.7   **13**
East          2.8   12
Both years    2.9   a b
======  ====  ====  =======

After."""
GRID = """
+--------+------+------+
| Region | 2023 | 2024 |
+========+======+======+
| North  | 1.5  | 1.7  |
+--------+------+------+
| Both years    | 2.9  |
+--------+------+------+
After."""
CSV = """
.. csv-table:: Sales
   :header: "Region", "2023", "2024"
   :widths: 15, 10, 30

   "North, all", 1.5, "1,700"
   East, , 2.8

After."""
LIST = """
.. list-table:: Sales
   :header-rows: 1

   * - Region
     - 2023
   * - North
     - 1.5
       or so
   * -
     - 2.8

After."""


@pytest.mark.parametrize(
    ("source", "rows"),
    [
        (SIMPLE, ["Region\t2023\t2024\tChange", "North\t1.5\t1.7\t13", "East\t\t2.8\t12", "Both years\t\t2.9\ta b"]),
        (GRID, ["Region\t2023\t2024", "North\t1.5\t1.7", "Both years\t\t2.9"]),
        (CSV, ["Sales", "Region\t2023\t2024", "North, all\t1.5\t1,700", "East\t\t2.8"]),
        (LIST, ["Sales", "Region\t2023", "North\t1.5 or so", "\t2.8"]),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_table_is_shown_as_cells(source: str, rows: list[str], end: str) -> None:
    text = read(source.replace("\n", end)).text
    assert [line for line in text.splitlines() if line.strip(" ")] == [*rows, "After."]


def test_numbers_stand_where_the_source_has_them() -> None:
    document = read(SIMPLE)
    assert document.place(document.text.index("13")) == (5, 23)
    assert document.place(document.text.index("2.8")) == (6, 15)


def test_code_is_noted_as_code() -> None:
    document = read("a ``5``\nb::\n\n  6\n\n.. code-block:: python\n   :linenos:\n\n   7\n\n>>> 8\n9\n\n10")
    assert [sign for sign in "56789" if not document.in_code(document.text.index(sign))] == []
    assert not document.in_code(document.text.index("10"))


@pytest.mark.parametrize(
    "part",
    [
        "**a ",
        "`",
        "`a <",
        "|a",
        "* ",
        ".. a\n",
        ".. a::\n\n ",
        "a::\n\n",
        "+--",
        "== ",
        "  \n",
        '"a, ',
        "\\",
        "[1]",
        "- -",
    ],
)
def test_hostile_text_takes_linear_time(part: str) -> None:
    start = time.process_time()
    for before in ("", ".. csv-table::\n\n ", ".. list-table::\n\n ", "== ==\n", "+--+--+\n|"):
        read(before + part * 15_000)
    assert time.process_time() - start < 2.5
