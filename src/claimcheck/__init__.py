"""claimcheck: a compiler for the numbers in a text.

>>> import claimcheck
>>> report = claimcheck.verify("claims.yaml")
>>> [conflict.claims for conflict in report.conflicts]
[('volume-cagr', 'volume-five-years')]
>>> report.results["trade-fell"].verdict.value
'confirmed'

What is public is listed here and typed in `__init__.pyi`; it is imported when it is first asked for.
"""

__version__ = "0.1.0"

_HOMES = {
    "check": "app.api",
    "check_text": "app.api",
    "render": "app.api",
    "verify": "app.api",
    "verify_text": "app.api",
    "Finding": "findings",
    "Severity": "findings",
    "Span": "findings",
    "Interval": "quantity.interval",
    "Conflict": "verdicts",
    "Repair": "verdicts",
    "Report": "verdicts",
    "Result": "verdicts",
    "Verdict": "verdicts",
}
__all__ = sorted(_HOMES)  # noqa: PLE0605  type checkers read the stub


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'claimcheck' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"claimcheck.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
