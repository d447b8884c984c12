"""x."""


def rule() -> None:
    """X."""
