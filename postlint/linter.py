"""The library's front door: `Linter`, `lint` and `lint_paths`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from . import channels as channel_files
from . import config as configs
from . import drafts, engine, packs, selection
from .asking import Asked, prepare
from .config import Config
from .errors import ConfigError, DraftError, PackError, PostlintError
from .model import Channel, Draft, Rule
from .post import Post
from .report import PostReport, Problem, Report

ConfigLike: TypeAlias = str | Path | Mapping[str, Any] | Config | None
"""A config file, a table of settings, a `Config`, or None for the defaults."""


class Linter:
    """Rules read once, to be asked about many drafts. It never changes, so several threads may share one.

    `config` is a path, a mapping or a `Config`; `packs` are folders of rules besides those that the config
    names; `now` is the moment that dates are compared with, else the moment of each call; `watch` may lay something
    around each rule, to see how long it takes. A setting that
    can't be used raises `ConfigError`; a rule that can't is left out and stands in every report's problems.
    """

    def __init__(
        self,
        config: ConfigLike | configs.Settings = None,
        packs: Sequence[str | Path] = (),
        now: dt.datetime | None = None,
        watch: Callable[[Rule], Rule] | None = None,
    ) -> None:
        settings = config if isinstance(config, configs.Settings) else configs.settle(config)
        self._now = now
        self._watch = watch
        try:
            self._read(settings, packs)
        except ConfigError as problem:
            raise configs.placed(problem, settings.layers) from problem.__cause__

    def _read(self, settings: configs.Settings, packs: Sequence[str | Path]) -> None:
        """Read the rules and the channels that the settings ask for."""
        self.config = settings.config
        _insist_on_pipeline(self.config.pipeline, str(settings.file) if settings.file else "config")
        file = str(settings.file) if settings.file else "config"
        book, problems = _rulebook(settings, packs)
        self.channels = _with_house_facts(book.channels, self.config, file)
        self.rules: tuple[Rule, ...] = book.rules
        self.selected = selection.selected(book.rules, self.config, file, strict=not problems)
        self.problems: tuple[Problem, ...] = tuple(map(as_problem, problems))
        self._rules = _configured(self.selected, self.config, file)
        self._asked: dict[str, tuple[Asked, ...]] = {}
        self._default = _default_channels(self.channels, self.config, file)

    def _prepared(self, channel: Channel) -> tuple[Asked, ...]:
        """The rules as they are asked on a channel, made ready on first need; two threads may both do it."""
        if channel.id not in self._asked:
            rules = map(self._watch, self._rules) if self._watch else self._rules
            self._asked[channel.id] = tuple(prepare(rules, channel, self.config))
        return self._asked[channel.id]

    def lint(self, draft: str | Draft, channels: Sequence[str] | None = None) -> Report:
        """Check a draft, or the text of one, on each of its channels: those given, else the brief's, else the config's.

        Raises `DraftError` for a brief that can't be read and for an unknown channel.
        """
        return self._lint(draft, channels, self._moment())

    def _moment(self) -> dt.datetime:
        return self._now or dt.datetime.now(dt.UTC).astimezone()

    def _lint(self, draft: str | Draft, channels: Sequence[str] | None, now: dt.datetime) -> Report:
        draft = drafts.parse(draft) if isinstance(draft, str) else drafts.completed(draft)
        self._insist_on_known_rules(draft)
        brief = configs.settled(draft.brief, self.config)
        posts: list[PostReport] = []
        problems = list(self.problems)
        for channel in self._channels(draft, channels):
            for part in draft.parts:
                post = Post(draft, part, channel, brief)
                report, broken = engine.check(post, self._prepared(channel), now)
                posts.append(report)
                problems += broken
        if draft.brief.ignore:
            posts = self._with_told(draft, posts, now, narrowed=bool(channels))
        return Report(tuple(posts), problems=tuple(problems))

    def _with_told(
        self, draft: Draft, posts: list[PostReport], now: dt.datetime, *, narrowed: bool
    ) -> list[PostReport]:
        """The posts with what there is to say of the brief's acknowledgements.

        One may be for a channel that this run leaves out: only where it is not `narrowed` can one be unused.
        """
        from .acknowledging import expired, unused, with_told

        found = list(expired(draft, now))
        if not narrowed:
            asked = {one.rule.id for post in posts for one in self._prepared(post.channel)}
            found += unused(draft, posts, asked, now)
        return with_told(posts, found)

    def lint_many(self, texts: Iterable[str | Draft], channels: Sequence[str] | None = None) -> Iterator[Report]:
        """A report for each draft, in order, one at a time. What can't be read has its problem in its report."""
        now = self._moment()
        for text in texts:
            try:
                yield self._lint(text, channels, now)
            except PostlintError as problem:
                yield Report(problems=(*self.problems, as_problem(problem)))

    def _channels(self, draft: Draft, names: Sequence[str] | None) -> tuple[Channel, ...]:
        """The channels to check, each once."""
        if not names and not draft.brief.channels:
            return self._default
        try:
            found = [channel_files.find(name, self.channels) for name in names or draft.brief.channels]
        except PostlintError as problem:
            where = None if names else _line_of(draft.text, "channels")
            raise DraftError(problem.message, file=draft.path, line=where, key="channels") from problem
        return tuple({channel.id: channel for channel in found}.values())

    def _insist_on_known_rules(self, draft: Draft) -> None:
        """A `DraftError` where the brief ignores a rule that isn't there: most likely a slip of the pen."""
        if not draft.brief.ignore or self.problems:
            return
        known = {rule.id for rule in self.rules}
        for entry in draft.brief.ignore:
            if entry.rule not in known:
                line = _line_of(draft.text, entry.rule)
                raise DraftError(selection.unknown(entry.rule, known, "ignore: "), file=draft.path, line=line)


def lint(
    draft: str | Draft,
    channels: Sequence[str] | None = None,
    config: ConfigLike = None,
    now: dt.datetime | None = None,
) -> Report:
    """Check one draft. For many, make one `Linter`: it reads the rules once."""
    return Linter(config, now=now).lint(draft, channels)


def _insist_on_pipeline(name: str, file: str) -> None:
    """A `ConfigError` where the trained pipeline that is named isn't installed: names would go unseen in silence."""
    if name:
        from .language import is_installed

        if not is_installed(name):
            said = f'"pipeline": there is no spaCy pipeline "{name}" here; install it, or leave the key out'
            raise ConfigError(said, file=file, key="pipeline")


def _rulebook(settings: configs.Settings, folders: Sequence[str | Path]) -> tuple[packs.Rulebook, list[PackError]]:
    """The built-in pack, the installed ones, the config's folders and the caller's, in this order."""
    found: list[packs.Pack] = [packs.builtin()]
    problems: list[PackError] = []
    for pack in packs.installed():
        (problems if isinstance(pack, PackError) else found).append(pack)  # type: ignore[arg-type]
    for folder in [*(settings.folder / name for name in settings.config.packs), *map(Path, folders)]:
        try:
            found.append(packs.project(folder))
        except PackError as problem:
            problems.append(problem)
    book, broken = packs.load(found)
    return book, problems + broken


def _default_channels(channels: Mapping[str, Channel], config: Config, file: str) -> tuple[Channel, ...]:
    """The channels for drafts that name none."""
    try:
        return tuple(channel_files.find(name, channels) for name in config.channels)
    except PackError as problem:
        raise ConfigError(f"channels: {problem.message}", file=file, key="channels") from problem


def _configured(rules: Sequence[Rule], config: Config, file: str) -> tuple[Rule, ...]:
    try:
        return engine.configured(rules, config)
    except PackError as problem:
        raise ConfigError(problem.message, file=file, key=problem.key) from problem


def _with_house_facts(channels: channel_files.Channels, config: Config, file: str) -> channel_files.Channels:
    """The channels with the house's own numbers in place of the published ones."""
    changed: dict[str, Channel] = {}
    for name, values in config.channel.items():
        try:
            channel = channel_files.find(name, channels.with_(changed))
            changed[channel.id] = channel_files.with_values(channel, values)
        except PostlintError as problem:
            key = f"channel.{name}.{problem.key or ''}"
            raise ConfigError(f"[channel.{name}]: {problem.message}", file=file, key=key) from problem
    return channels.with_(changed)


def _line_of(text: str, word: str) -> int | None:
    at = text.find(word)
    return None if at < 0 else text.count("\n", 0, at) + 1


def as_problem(error: PostlintError) -> Problem:
    """An error as it stands in a report."""
    return Problem(error.message, path=error.file, line=error.line)
