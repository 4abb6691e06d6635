"""The settings of each draft, by the config closest to it, and the linters that go by them: each made once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from . import config as configs
from .config import Config, Settings
from .errors import PostlintError
from .globs import fits, fits_any, from_folder
from .linter import ConfigLike, Linter, as_problem
from .model import Rule
from .report import Problem

Adjust: TypeAlias = Callable[[Settings], Settings]
"""Lays the options of the command line over the settings of a file."""

Watch: TypeAlias = Callable[[Rule], Rule]
"""Lays a stopwatch around a rule."""


class Houses:
    """Finds the settings and the linter of a file. With a `config` given, all files go by that."""

    def __init__(self, config: ConfigLike, now: dt.datetime | None, adjust: Adjust, watch: Watch | None) -> None:
        self._given = config
        self._now = now
        self._adjust = adjust
        self._watch = watch
        self._files: dict[Path, Path | None] = {}
        self._settings: dict[Path | None, Settings | Problem] = {}
        self._linters: dict[tuple[Path | None, tuple[str, ...]], Linter | Problem] = {}

    def settings(self, file: Path) -> Settings | Problem:
        """The settings that a file goes by, before what holds for it alone; or why they can't be read."""
        place = self._closest(file)
        if place not in self._settings:
            self._settings[place] = _read(place if self._given is None else self._given)
        return self._settings[place]

    def _closest(self, file: Path) -> Path | None:
        """The config file closest to a file; None where all go by one, or where there is none."""
        if self._given is not None:
            return None
        folder = file.parent
        if folder not in self._files:
            self._files[folder] = configs.find(folder)
        return self._files[folder]

    def wants(self, file: Path) -> bool:
        """Whether the settings take a file of a folder for a draft."""
        settings = self.settings(file)
        config = Config() if isinstance(settings, Problem) else settings.config
        folder = Path() if isinstance(settings, Problem) else settings.folder
        path = from_folder(file, folder)
        return fits_any(config.include, path) and not fits_any(config.exclude, path)

    def linter(self, file: Path) -> Linter | Problem:
        """The linter for a file, or why there is none."""
        settings = self.settings(file)
        if isinstance(settings, Problem):
            return settings
        patterns = overriding(settings, file)
        key = (self._closest(file), patterns)
        if key not in self._linters:
            self._linters[key] = self._made(settings, patterns)
        return self._linters[key]

    def _made(self, settings: Settings, patterns: tuple[str, ...]) -> Linter | Problem:
        try:
            return Linter(self._adjust(configs.overridden(settings, patterns)), now=self._now, watch=self._watch)
        except PostlintError as problem:
            return _untold(problem)


def overriding(settings: Settings, file: Path) -> tuple[str, ...]:
    """The patterns of `per-file` that fit a file, in the order of the config."""
    if not settings.config.per_file:
        return ()
    path = from_folder(file, settings.folder)
    return tuple(pattern for pattern in settings.config.per_file if fits(pattern, path))


def _read(config: ConfigLike) -> Settings | Problem:
    try:
        return configs.settle(config)
    except PostlintError as problem:
        return _untold(problem)


def _untold(problem: PostlintError) -> Problem:
    problem.message += "; the drafts that go by it were not checked"
    return as_problem(problem)
