"""Commands: parse, call, print, exit; one file a command."""

from __future__ import annotations

import atexit
import errno
import gc
import sys

# A command makes few cycles and ends soon: they are looked for after so many new objects (700 is Python's own number),
# and not at all when it is over and the system takes everything back. This alone is a tenth of a short run.
_OBJECTS_BEFORE_A_SEARCH = 100_000


def main() -> None:
    """Run the command line; an error inside the tool is one line and exit code 2, never a traceback."""
    if sys.stdout is None or sys.stderr is None:  # closed by the caller
        sys.exit(2)
    gc.set_threshold(_OBJECTS_BEFORE_A_SEARCH)
    atexit.register(gc.freeze)
    try:
        _run(sys.argv[1:])
    except BrokenPipeError:
        # The reader of our output went away (`| head`): nothing is wrong, and nothing more can be said.
        import os

        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(141)
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as error:
        import os

        if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EIO) and error.filename is None:
            from claimcheck.cli.output import unwritten

            unwritten(error)  # help, and other lines that typer prints
        if os.environ.get("CLAIMCHECK_TRACEBACK"):
            raise
        text = f"claimcheck: internal error: {type(error).__name__}: {error}\n"
        sys.stderr.write(text + "claimcheck: please report this; CLAIMCHECK_TRACEBACK=1 shows where it came from\n")
        sys.exit(2)


def _run(arguments: list[str]) -> None:
    """Run a command; a plain `verify [SHEET...]`, the one of every hook and every save, without importing typer."""
    plain = [word for word in arguments if word != "--if-any"]
    if arguments[:1] == plain[:1] == ["verify"] and not any(word.startswith("-") for word in plain):
        from claimcheck.cli.run import Request, run

        sys.exit(run(Request(tuple(plain[1:]), if_any=plain != arguments)))
    from claimcheck.cli.program import program

    program(prog_name="claimcheck")  # however Python was started: completion goes by this name
