"""What is done with one draft: it is read, mended if that is asked for, and checked."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from . import drafts
from .config import Config, Settings
from .errors import DraftError, PostlintError
from .houses import Adjust, Houses, Watch
from .linter import ConfigLike, Linter, as_problem
from .model import Draft
from .report import Problem, Report

Fixing: TypeAlias = Literal["none", "safe", "all"]


def _as_it_is(settings: Settings) -> Settings:
    return settings


class Request(Struct, frozen=True):
    """What a caller wants done with all drafts: by which settings, on which channels, and with which fixes.

    `write` puts fixed drafts in place of the old ones. `heed` acknowledgements, or show all. `strict` leaves out
    what the settings exclude even where it is named. `stdin_name` is what standard input is called; `watch`
    is laid around each rule.
    """

    config: ConfigLike = None
    now: dt.datetime | None = None
    channels: Sequence[str] | None = None
    adjust: Adjust = _as_it_is
    fixing: Fixing = "none"
    write: bool = False
    heed: bool = True
    strict: bool = False
    stdin_name: str = drafts.STDIN
    watch: Watch | None = None

    def houses(self) -> Houses:
        """Where the settings of each draft are found."""
        return Houses(self.config, self.now, self.adjust, self.watch)


class Fixed(Struct, frozen=True):
    """What fixes made of a draft: the text before and after, how many they are, and how many a person must look at."""

    path: str
    before: str
    after: str
    made: int
    unsafe_left: int


class Checked(Struct, frozen=True):
    """A report, the config that it goes by, and what was fixed."""

    report: Report
    config: Config = Config()
    fixed: Fixed | None = None


def check(file: Path, houses: Houses, request: Request) -> Checked:
    """What comes of one draft. Whatever can't be read or written stands in the report's problems."""
    is_stdin = str(file) == drafts.STDIN
    name = Path(request.stdin_name) if is_stdin else file
    linter = houses.linter(name)
    if isinstance(linter, Problem):
        return Checked(Report(problems=(linter,)))
    try:
        content = sys.stdin.buffer.read() if is_stdin else drafts.content(file)
        text = drafts.decode_text(content, str(name))
        if request.fixing == "none":
            return Checked(_lint(text, name, linter, request), linter.config)
        checked = _fix(text, name, linter, request)
        if request.write and not is_stdin and checked.fixed and checked.fixed.after != text:
            _write(file, content, checked.fixed)
        return checked
    except PostlintError as problem:
        return Checked(Report(problems=(*linter.problems, as_problem(problem))), linter.config)


def _lint(text: str, name: Path, linter: Linter, request: Request) -> Report:
    draft = drafts.parse(text, path=str(name))
    return linter.lint(draft if request.heed else _unheeded(draft), request.channels)


def _unheeded(draft: Draft) -> Draft:
    """The draft as if nobody had acknowledged anything."""
    return replace(draft, brief=replace(draft.brief, ignore=()))


def _fix(text: str, name: Path, linter: Linter, request: Request) -> Checked:
    from .fixing import mend

    mended = mend(text, lambda text: _lint(text, name, linter, request), unsafe=request.fixing == "all")
    report = mended.report
    if mended.refused:
        said = f"was left as it was: its fixes would bring up {', '.join(mended.refused)}; mend it by hand"
        report = replace(report, problems=(*report.problems, Problem(said, path=str(name))))
    return Checked(report, linter.config, Fixed(str(name), text, mended.text, mended.made, mended.unsafe_left))


def _write(file: Path, before: bytes, fixed: Fixed) -> None:
    """Put the fixed text in place of the file, unless somebody has changed it meanwhile."""
    from . import atomic

    if drafts.content(file) != before or drafts.encode_text(fixed.before, before) != before:
        raise DraftError("was changed while it was being checked, and is left as it is; try again", file=str(file))
    try:
        atomic.write(file, drafts.encode_text(fixed.after, before))
    except OSError as problem:
        raise DraftError(f"can't be written: {problem.strerror}; it is as it was", file=str(file)) from problem
