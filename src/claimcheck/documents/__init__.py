"""Documents: readers that give visible text with its places in the source, quotes anchored in it, and their drift."""
