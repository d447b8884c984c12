"""How far an assessment is: within a large component by shares, of all as claims behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimcheck.engine.solve import Solver

SEARCHED = 0.5  # of a component's share is told while it is decided, the rest while its claims are judged


class Part:
    """Told of one component how much of it is done, it tells claims of all, and never fewer than before."""

    def __init__(self, progress: Callable[[int, int], None], before: int, claims: int, total: int) -> None:
        """Take whom to tell, the claims before the component, those in it, and those of the whole system."""
        self.progress, self.before, self.claims, self.total = progress, before, claims, total
        self.most = 0.0

    def __call__(self, share: float) -> None:
        """Tell that a share of the component is done."""
        self.most = max(self.most, share)
        self.progress(self.before + int(self.most * self.claims), self.total)

    def judged(self, claims: int) -> None:
        """Tell that a component is decided, and so many of its claims are judged."""
        self(SEARCHED + (1.0 - SEARCHED) * claims / self.claims)

    def follow(self, solver: Solver) -> None:
        """Tell of the searches of a solver: the fewer rows are broken, the nearer is the end."""
        most = 1

        def watch(broken: int) -> None:
            nonlocal most
            most = max(most, broken)
            self(SEARCHED * (1.0 - broken / most))

        solver.watch = watch
