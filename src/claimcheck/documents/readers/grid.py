"""Merged cells of a table: which column a cell stands in, and how many tabs lead to it and end its row."""

from __future__ import annotations

_WIDEST = 60  # columns up to which spans are heeded: no page makes a row of thousands of tabs


class Grid:
    """The cells of one table, row by row; a cell over several columns or rows leaves empty ones."""

    def __init__(self) -> None:
        self.at = -1  # the column in which the last cell of the row begins; -1 before the first one
        self.next = 0  # the first column behind it
        self.taken: set[int] = set()  # the columns that cells of rows above reach down to
        self.reach: dict[int, int] = {}  # column -> how many rows below it is taken in

    def row(self) -> None:
        """Begin a row."""
        self.taken = set(self.reach)
        self.reach = {column: rows - 1 for column, rows in self.reach.items() if rows > 1}

    def end(self) -> int:
        """End a row, where one is open; return how many tabs stand for the empty cells behind its last one."""
        tabs = max([self.next - 1, *self.taken]) - self.at if self.at >= 0 else 0
        self.at, self.next, self.taken = -1, 0, set()
        return tabs

    def cell(self, across: int, down: int) -> int:
        """Take the next cell of the row; return how many tabs part it from the one before, or from the row's start."""
        column = self.next
        while column in self.taken:
            column += 1
        tabs = column - max(self.at, 0)
        self.at, self.next = column, column + (across if column < _WIDEST else 1)
        if down > 1:
            self.reach.update(dict.fromkeys(range(column, min(self.next, _WIDEST)), down - 1))
        return tabs
