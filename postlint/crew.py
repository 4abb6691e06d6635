"""Many drafts shared out over the machine's cores: the same reports, in the same order, in less time."""

from __future__ import annotations

import copyreg
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from types import MappingProxyType

from . import work
from .exitcodes import NOT_DONE
from .work import Checked, Request

_PAYS_FROM = 3000
"""Drafts. With fewer, starting other processes takes longer than they save."""

_SHARES = 2
"""How many times each process is given drafts: enough that none waits long for another."""


def jobs_for(drafts: int) -> int:
    """How many processes pay for that many drafts: one, or as many as there are cores for this one to run on."""
    return 1 if drafts < _PAYS_FROM else cores()


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def each(files: Sequence[Path], request: Request, jobs: int) -> Iterator[Checked]:
    """What comes of each file, in order, from `jobs` processes. Leaving off ends them."""
    from multiprocessing import get_all_start_methods, get_context

    methods = get_all_start_methods()
    context = get_context("forkserver" if "forkserver" in methods else "spawn")
    size = max(1, -(-len(files) // (jobs * _SHARES)))
    shares = [files[at : at + size] for at in range(0, len(files), size)]
    with context.Pool(jobs, _prepare) as pool:
        for checked in pool.imap(partial(check_all, request=request), shares):
            yield from checked


def check_all(files: Sequence[Path], request: Request) -> list[Checked]:
    """What comes of each of the files."""
    houses = request.houses()
    return [work.check(file, houses, request) for file in files]


def _prepare() -> None:
    """Make a process fit for its share: Ctrl-C is for the one that shared out, and facts can be sent back to it.

    When that one ends it, it puts away what it has half written.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(NOT_DONE))
    copyreg.pickle(MappingProxyType, lambda facts: (frozen, (dict(facts),)))


def frozen(facts: dict[str, object]) -> MappingProxyType[str, object]:
    """Facts as they were before they were sent: nobody can change them."""
    return MappingProxyType(facts)
