"""Extras: what is installed only where it is asked for, and how to ask."""


def install(extra: str) -> str:
    """Return the command that installs an extra."""
    return f"pip install 'claimcheck-cli[{extra}]'"
