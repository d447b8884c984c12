"""x."""


def init() -> None:
    """X."""
