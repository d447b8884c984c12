"""Written numbers, intervals, units and periods: pure and exact."""
