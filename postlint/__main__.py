"""The `postlint` command: `main(argv)` returns the exit code and never raises."""

from __future__ import annotations

import gc
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from functools import partial
from typing import TextIO

from .commandline import MODES, parse
from .errors import PostlintError
from .exitcodes import INTERRUPTED, NOT_DONE

_NEW_OBJECTS = 100_000
"""How many are made before Python looks for rubbish among them."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command: 0 all fine, 1 something must be looked at, 2 something could not be done."""
    _speak_utf8(sys.stdout)
    _speak_utf8(sys.stderr)
    try:
        options = parse(argv)
        code = _mode(options)()
        sys.stdout.flush()
    except SystemExit as leave:  # argparse, after --help or a slip
        return int(leave.code or 0)
    except PostlintError as problem:
        print(f"postlint: {problem}", file=sys.stderr)
        return NOT_DONE
    except BrokenPipeError:
        return _give_up()
    except OSError as problem:
        print(f"postlint: what was to be printed is not whole: {problem.strerror or problem}", file=sys.stderr)
        return _give_up()
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _give_up() -> int:
    """Nobody takes the rest of the output; Python is not to try again when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return NOT_DONE


def run() -> None:
    """What the installed command calls. A second Ctrl-C, while the first is heeded, is no reason for a traceback.

    Most runs are short: Python looks for rubbish less often than is its habit, and not again when all is done. numpy,
    where it is needed, keeps to one core: its tables are too small to be shared out.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    gc.set_threshold(_NEW_OBJECTS)
    try:
        code = main()
    except KeyboardInterrupt:
        code = INTERRUPTED
    gc.freeze()
    raise SystemExit(code)


def _mode(options: Namespace) -> Callable[[], int]:
    """The one thing that this run is to do."""
    from . import checking

    if not any(getattr(options, name) for name in MODES):
        return lambda: checking.check(options)
    from . import modes

    return next(partial(getattr(modes, name), options) for name in MODES if getattr(options, name))


def _speak_utf8(stream: TextIO) -> None:
    """Drafts hold emoji, and the machine's own encoding may not."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    run()
