"""What the cells of a table are, and what its heads, rows and totals say of each other."""
