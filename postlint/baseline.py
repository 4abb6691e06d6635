"""What was found when an old folder of drafts came under postlint: known, told as such, and in nobody's way.

A finding is known by its draft, its channel, its rule and its words, and not by its line.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal, TypeAlias

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from . import scoring
from .decode import decode
from .errors import ConfigError
from .model import Acknowledgement
from .report import PostReport, Report, Suggestion

Key: TypeAlias = tuple[str, str, str, str]
"""Draft, channel, rule and words."""

_REASON = "known when the baseline was written"


class Finding(Struct, frozen=True, order=True, forbid_unknown_fields=True):
    """A finding, however often it comes in its draft. `path` is from the baseline's folder."""

    path: str
    channel: str
    rule: str
    text: str
    count: int = 1

    @property
    def key(self) -> Key:
        """All but the number."""
        return self.path, self.channel, self.rule, self.text


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    schema: Literal["postlint-baseline/1"]
    findings: list[Finding]


class Baseline:
    """What is known, counted down while reports are compared with it: each finding is known as often as it is in it."""

    def __init__(self, findings: Iterable[Finding], folder: Path) -> None:
        self._left = Counter({one.key: one.count for one in findings})
        self._folder = folder

    def applied(self, report: Report) -> Report:
        """The report with what is known as acknowledged, and verdicts as they are without it.

        Scores stay: they say how good a post is, not how new its faults are.
        """
        return replace(report, posts=tuple(map(self._applied, report.posts)))

    def _applied(self, post: PostReport) -> PostReport:
        suggestions = tuple(self._marked(post))
        open_levels = (one.level for one in suggestions if one.acknowledged is None)
        return replace(post, suggestions=suggestions, verdict=scoring.verdict(open_levels))

    def _marked(self, post: PostReport) -> Iterator[Suggestion]:
        for one in post.suggestions:
            key = _key(post, one, self._folder)
            if _counts(one) and self._left[key] > 0:
                self._left[key] -= 1
                yield replace(one, acknowledged=Acknowledgement(one.rule, _REASON, known=True))
            else:
                yield one

    def gone(self, posts: Iterable[PostReport]) -> int:
        """How many findings are no longer in the drafts that were checked."""
        checked = {_path(post, self._folder) for post in posts}
        return sum(count for key, count in self._left.items() if key[0] in checked)


def read(file: Path) -> Baseline:
    """The baseline in a file; a `ConfigError` where it is missing or is none."""
    try:
        data = msgspec.json.decode(file.read_bytes())
    except OSError as problem:
        said = f"the baseline can't be read: {problem.strerror}; write one with --write-baseline {file}"
        raise ConfigError(said, file=str(file)) from problem
    except (msgspec.DecodeError, UnicodeDecodeError) as problem:
        raise ConfigError("is no baseline; write one with --write-baseline", file=str(file)) from problem
    return Baseline(decode(data, _File, error=ConfigError, file=str(file)).findings, file.parent)


def write(file: Path, posts: Iterable[PostReport]) -> int:
    """Write what is found in the posts as known; how many findings that are. A `ConfigError` where it can't be."""
    from . import atomic

    counts = Counter(_key(post, one, file.parent) for post in posts for one in post.suggestions if _counts(one))
    findings = sorted(Finding(*key, count=count) for key, count in counts.items())
    data = {"schema": "postlint-baseline/1", "findings": msgspec.to_builtins(findings)}
    try:
        atomic.write(file, (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode())
    except OSError as problem:
        raise ConfigError(f"the baseline can't be written: {problem.strerror}", file=str(file)) from problem
    return counts.total()


def _counts(suggestion: Suggestion) -> bool:
    return suggestion.level != "reminder" and suggestion.acknowledged is None


def _key(post: PostReport, suggestion: Suggestion, folder: Path) -> Key:
    return _path(post, folder), post.channel.id, suggestion.rule, suggestion.text


def _path(post: PostReport, folder: Path) -> str:
    """The draft's path from the baseline's folder; bytes that are no UTF-8 are written with a backslash."""
    path = Path(os.path.relpath(post.path or "draft", folder)).as_posix()
    return path.encode("utf-8", "backslashreplace").decode()
