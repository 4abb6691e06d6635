"""Files and folders of drafts, each under the config that stands closest to it."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct

from . import config as configs
from . import drafts
from .errors import DraftError, PostlintError
from .linter import ConfigLike, Linter, as_problem
from .model import Draft
from .report import Problem, Report

Adjust: TypeAlias = Callable[[configs.Settings], configs.Settings]
"""Lays the options of the command line over the settings of a file."""


class Checked(Struct, frozen=True):
    """A report, and the config that it goes by."""

    report: Report
    config: configs.Config = configs.Config()


def lint_paths(
    paths: Iterable[str | os.PathLike[str]],
    config: ConfigLike = None,
    now: dt.datetime | None = None,
    channels: Sequence[str] | None = None,
) -> Report:
    """Check files and folders of drafts. What can't be read stands in the report's problems; the rest is checked.

    With no `config`, each draft goes by the config file closest to it, or by the defaults.
    """
    return joined(checked.report for checked in each(paths, config, now, channels))


def each(
    paths: Iterable[str | os.PathLike[str]],
    config: ConfigLike = None,
    now: dt.datetime | None = None,
    channels: Sequence[str] | None = None,
    adjust: Adjust = lambda settings: settings,
) -> Iterator[Checked]:
    """A report for each draft, as soon as it is checked."""
    linters: dict[Path | None, Linter | Problem] = {}
    for found in drafts.collect(paths):
        if isinstance(found, DraftError):
            yield Checked(Report(problems=(as_problem(found),)))
            continue
        file = configs.find(found.parent) if config is None else None
        if file not in linters:
            linters[file] = _linter(config if config is not None else file, now, adjust)
        linter = linters[file]
        if isinstance(linter, Problem):
            yield Checked(Report(problems=(linter,)))
        else:
            yield Checked(_lint(linter, found, channels), linter.config)


def joined(reports: Iterable[Report]) -> Report:
    """One report out of many; a problem that several share is told once."""
    parts = list(reports)
    problems = dict.fromkeys(problem for report in parts for problem in report.problems)
    return Report(tuple(post for report in parts for post in report.posts), problems=tuple(problems))


def _linter(config: ConfigLike, now: dt.datetime | None, adjust: Adjust) -> Linter | Problem:
    try:
        return Linter(adjust(configs.settle(config)), now=now)
    except PostlintError as problem:
        problem.message += "; the drafts that go by it were not checked"
        return as_problem(problem)


def _lint(linter: Linter, file: Path, channels: Sequence[str] | None) -> Report:
    try:
        return linter.lint(_read(file), channels)
    except PostlintError as problem:
        return Report(problems=(*linter.problems, as_problem(problem)))


def _read(file: Path) -> Draft:
    if str(file) != drafts.STDIN:
        return drafts.read(file)
    return drafts.parse(drafts.decode_text(sys.stdin.buffer.read(), drafts.STDIN), path=drafts.STDIN)
