"""The options of the `postlint` command, and what makes no sense among them."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import Any, NoReturn, TypeAlias

from .errors import nearest
from .outputs import FORMATS

FAIL_ON = ("error", "warning", "advice", "never")
MODES = ("explain", "rules", "channels", "test_rules", "show_config", "schema", "init")

_Add: TypeAlias = Callable[..., Any]

_EPILOG = """\
exit codes: 0 all was checked and nothing must be looked at; 1 something must; 2 something could not be checked"""


class _Parser(argparse.ArgumentParser):
    """Says which option was meant, and leaves with 2."""

    def error(self, message: str) -> NoReturn:
        word = message.removeprefix("unrecognized arguments: ").split()[0]
        known = self._option_string_actions
        hint = nearest(word.partition("=")[0], known) if word.startswith("--") and word not in known else ""
        self.exit(2, f"postlint: {message}{hint}\n{self.format_usage()}")


def parse(argv: Sequence[str] | None = None) -> argparse.Namespace:
    """The options on the command line; leaves with 2 and a hint where they make no sense."""
    parser = _parser()
    given = parser.parse_args(argv)
    modes = [mode for mode in MODES if getattr(given, mode)]
    if len(modes) > 1:
        parser.error(f"{_flag(modes[0])} and {_flag(modes[1])} can't go together; run postlint once for each")
    if modes and given.paths and modes != ["show_config"]:
        hint = f"; did you mean --channel {given.paths[0]}?" if modes == ["channels"] else ""
        parser.error(f"{_flag(modes[0])} takes no drafts, but got {given.paths[0]}{hint}")
    if given.unsafe_fixes and not (given.fix or given.diff):
        parser.error("--unsafe-fixes goes with --fix or with --diff")
    if (given.diff or given.write_baseline) and (given.output_format or given.output_file or given.statistics):
        shown = "--diff shows" if given.diff else "--write-baseline writes"
        parser.error(f"{shown} no report, so there is none to format; run postlint once for each")
    if not modes and not given.paths:
        parser.error("no draft is named; try: postlint draft.txt (or - for standard input)")
    return given


def options() -> list[str]:
    """Every option there is, by the names that stand on a command line."""
    return sorted(_parser()._option_string_actions)


def _flag(mode: str) -> str:
    return f"--{mode.replace('_', '-')}"


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        formatter_class=partial(argparse.HelpFormatter, width=100),
        prog="postlint", usage="postlint [OPTIONS] [PATHS]...", allow_abbrev=False, epilog=_EPILOG,
        description="Check draft social media posts before they go out.",
    )  # fmt: skip
    parser.add_argument(
        "paths", nargs="*", metavar="PATHS", help="drafts (.txt, .md), folders of them, or - for standard input"
    )
    for title, fill in _GROUPS.items():
        fill(parser.add_argument_group(title).add_argument)
    parser.add_argument("--version", action="version", version=f"postlint {_version()}")
    return parser


def _what(add: _Add) -> None:
    add(
        "--channel",
        action="append",
        type=_names,
        metavar="NAMES",
        help="check for these channels, whatever the drafts say",
    )
    add("--select", action="append", type=_names, metavar="RULES", help="only these rules: ids, groups or ALL")
    add("--ignore", action="append", type=_names, metavar="RULES", help="not these rules: ids or groups")
    add("--config", metavar="FILE", help="settings from this file only; else the closest postlint.toml")
    add("--force-exclude", action="store_true", help="leave out what the config excludes, even where it is named")
    add("--stdin-filename", metavar="NAME", help="what standard input is called, for its config and its format")
    add(
        "--now",
        type=_moment,
        metavar="MOMENT",
        help="check as if it were this day or moment, such as 2026-12-01T09:00",
    )
    add("-j", "--jobs", type=_jobs, default=0, metavar="N", help="check with N processes (default: as many as pay)")


def _fails(add: _Add) -> None:
    add(
        "--fail-on",
        choices=FAIL_ON,
        metavar="LEVEL",
        help=f"exit 1 from this level up: {', '.join(FAIL_ON)} (default: warning)",
    )
    add("--fail-under", type=_score, metavar="SCORE", help="exit 1 where a post scores less (0 to 100)")
    add("--exit-zero", action="store_true", help="exit 0 whatever is found; 2 stays 2")
    add("--no-ignore", action="store_true", help="show all, as if nobody had acknowledged anything")
    add("--baseline", metavar="FILE", help="what stands in this file is known, and holds nothing up")
    add("--write-baseline", metavar="FILE", help="write all that is found now into this file, to be known from now on")


def _mends(add: _Add) -> None:
    add("--fix", action="store_true", help="make the safe fixes in the drafts themselves")
    add("--unsafe-fixes", action="store_true", help="with --fix or --diff: make those too that a person should look at")
    add("--diff", action="store_true", help="show what --fix would change, and change nothing")


def _reports(add: _Add) -> None:
    add(
        "--output-format",
        action="append",
        metavar="FORMAT[:FILE]",
        help=f"{', '.join(FORMATS)} (default: full); may be given several times, each with a file of its own",
    )
    add("-o", "--output-file", metavar="FILE", help="write the report into this file, whole or not at all")
    add("-q", "--quiet", action="store_true", help="only what a person must look at, and problems")
    add("-v", "--verbose", action="store_true", help="the source of each suggestion too, and which config drafts go by")
    add("--statistics", action="store_true", help="how often each rule found something, in place of the report")
    add("--timing", action="store_true", help="how long each rule took, on standard error")
    add("--color", choices=("auto", "always", "never"), default="auto", help="colour the report (default: auto)")


def _instead(add: _Add) -> None:
    add("--explain", metavar="ID", help="show a rule: what, why, sources, examples")
    add("--rules", action="store_true", help="list the rules")
    add("--channels", action="store_true", help="list the channels and their facts")
    add("--test-rules", metavar="FOLDER", help="run the examples in a folder of rules")
    add("--show-config", action="store_true", help="show each setting that holds here, or for PATHS, and its origin")
    add("--schema", choices=("config", "brief"), help="print the JSON Schema of the config or of a draft's brief")
    add(
        "--init",
        nargs="?",
        const=".",
        metavar="FOLDER",
        help="write a first postlint.toml and a first draft, never over what is there",
    )


_GROUPS: Mapping[str, Callable[[_Add], None]] = MappingProxyType(
    {
        "what is checked": _what,
        "what fails a run": _fails,
        "fixes": _mends,
        "the report": _reports,
        "in place of checking": _instead,
    }
)


def _version() -> str:
    from . import __version__

    return __version__


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",") if name.strip()]


def _score(text: str) -> float:
    score = float(text)
    if not 0 <= score <= 100:
        raise argparse.ArgumentTypeError(f"{text} does not lie between 0 and 100")
    return score


def _jobs(text: str) -> int:
    jobs = int(text)
    if jobs < 1:
        raise argparse.ArgumentTypeError(f"{text} is no number of processes; give 1 or more")
    return jobs


def _moment(text: str) -> dt.datetime:
    """A moment; one without a zone is in the machine's own."""
    try:
        return dt.datetime.fromisoformat(text).astimezone()
    except (ValueError, OverflowError):
        raise argparse.ArgumentTypeError(f"{text} is not a moment like 2026-12-01T09:00+00:00") from None


def flat(lists: list[list[str]] | None) -> tuple[str, ...] | None:
    """The names of an option that may be given several times; None where it wasn't given."""
    return None if lists is None else tuple(name for names in lists for name in names)
