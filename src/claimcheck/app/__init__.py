"""Use cases: what the commands do, and the public Python interface."""
