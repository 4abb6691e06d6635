"""Many drafts shared out over the machine's cores: the same reports, in the same order, in less time."""

from __future__ import annotations

import copyreg
import os
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

from . import work
from .errors import PostlintError
from .work import Checked, Request

_PAYS_FROM = 1000
"""Drafts. With fewer, starting other processes takes longer than they save."""

_SHARE = 250
"""Drafts that a process is given at a time: few enough to stop soon, many enough to read the rules once for them."""


def jobs_for(drafts: int) -> int:
    """How many processes pay for that many drafts: one, or as many as there are cores for this one to run on."""
    return 1 if drafts < _PAYS_FROM else cores()


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def each(files: Sequence[Path], request: Request, jobs: int) -> Iterator[Checked]:
    """What comes of each file, in order, from `jobs` processes. Who leaves off waits only for the shares begun."""
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_all_start_methods, get_context

    size = min(_SHARE, -(-len(files) // jobs))
    context = get_context("forkserver" if "forkserver" in get_all_start_methods() else "spawn")
    with ProcessPoolExecutor(jobs, context, _prepare) as pool:
        with _deaf_to_ctrl_c():
            shares = [pool.submit(check_all, files[at : at + size], request) for at in range(0, len(files), size)]
        try:
            for share in shares:
                yield from share.result()
        except BrokenProcessPool as problem:
            said = "a process that checked drafts was ended by the system, perhaps for want of memory; try --jobs 1"
            raise PostlintError(said) from problem
        finally:
            pool.shutdown(cancel_futures=True)


def check_all(files: Sequence[Path], request: Request) -> list[Checked]:
    """What comes of each of the files."""
    houses = request.houses()
    return [work.check(file, houses, request) for file in files]


@contextmanager
def _deaf_to_ctrl_c() -> Iterator[None]:
    """Processes that start meanwhile never hear Ctrl-C: it is for the one that shares out, which lets them finish.

    One that fell while it started would take the others with it, in the middle of what they write.
    """
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _prepare() -> None:
    """Make a process fit for its share: the channels' facts can be sent back from it, and numpy keeps to one core."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    copyreg.pickle(MappingProxyType, lambda facts: (frozen, (dict(facts),)))


def frozen(facts: dict[str, object]) -> MappingProxyType[str, object]:
    """Facts as they were before they were sent: nobody can change them."""
    return MappingProxyType(facts)
