"""Files and folders of drafts, each under the config that stands closest to it."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from . import drafts, work
from .errors import DraftError
from .houses import Houses
from .linter import ConfigLike, as_problem
from .report import Report
from .work import Checked, Request


def lint_paths(
    paths: Iterable[str | os.PathLike[str]],
    config: ConfigLike = None,
    now: dt.datetime | None = None,
    channels: Sequence[str] | None = None,
) -> Report:
    """Check files and folders of drafts. What can't be read stands in the report's problems; the rest is checked.

    With no `config`, each draft goes by the config file closest to it, or by the defaults.
    """
    return joined(checked.report for checked in each(paths, Request(config, now, channels)))


def each(paths: Iterable[str | os.PathLike[str]], request: Request) -> Iterator[Checked]:
    """What comes of each draft, as soon as it is checked."""
    houses = request.houses()
    return each_of(list(drafts.collect(paths, houses.wants, strict=request.strict)), houses, request)


def each_of(found: Sequence[Path | DraftError], houses: Houses, request: Request, jobs: int = 1) -> Iterator[Checked]:
    """What comes of each of the files that were found, by one process or more; 0 lets their number decide."""
    files = [one for one in found if not isinstance(one, DraftError)]
    checked = _checked(files, houses, request, jobs)
    for one in found:
        yield unread(one) if isinstance(one, DraftError) else next(checked)


def _checked(files: Sequence[Path], houses: Houses, request: Request, jobs: int) -> Iterator[Checked]:
    """What comes of each file. Standard input can't be shared out, nor what is watched."""
    if jobs == 1 or len(files) < 2 or Path(drafts.STDIN) in files or request.watch:
        return (work.check(file, houses, request) for file in files)
    from . import crew

    jobs = jobs or crew.jobs_for(len(files))
    return crew.each(files, request, jobs) if jobs > 1 else _checked(files, houses, request, 1)


def unread(problem: DraftError) -> Checked:
    """What comes of a path that leads to no draft."""
    return Checked(Report(problems=(as_problem(problem),)))


def joined(reports: Iterable[Report]) -> Report:
    """One report out of many; a problem that several share is told once."""
    parts = list(reports)
    problems = dict.fromkeys(problem for report in parts for problem in report.problems)
    return Report(tuple(post for report in parts for post in report.posts), problems=tuple(problems))
