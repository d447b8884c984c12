"""From text to linked quantities and draft claims."""
