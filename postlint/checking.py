"""One run of the command over drafts: check them, mend them if that is asked for, and report."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from . import commandline, mending, outputs, paths
from . import config as configs
from .drafts import STDIN
from .errors import ConfigError
from .exitcodes import FINDINGS, FINE, NOT_DONE, exit_code
from .outputs import Output
from .report import Problem, Report
from .reports.terminal import Style
from .work import Checked, Fixed, Request

if TYPE_CHECKING:
    from .baseline import Baseline


def check(options: Namespace) -> int:
    """Check the drafts and print the report; the exit code."""
    wanted = outputs.settled(list(map(outputs.read, options.output_format or ["full"])), options.output_file)
    known = _baseline(options)
    checked = list(paths.each(options.paths, request(options)))
    fixed = [one.fixed for one in checked if one.fixed]
    if options.diff:
        return _show_differences(fixed, paths.joined(one.report for one in checked))
    if options.write_baseline:
        return _write_baseline(Path(options.write_baseline), paths.joined(one.report for one in checked))
    if known is not None:
        checked = _without_known(checked, known)
    problems = _report(paths.joined(one.report for one in checked), wanted, fixed, options)
    codes = [exit_code(one.report, one.config.fail_on, one.config.fail_under) for one in checked]
    return max([*codes, NOT_DONE if problems else FINE])


def _report(report: Report, wanted: Sequence[Output], fixed: Sequence[Fixed], options: Namespace) -> list[ConfigError]:
    """Write and print the reports, and the mended standard input; what could not be written."""
    problems = list(outputs.write_files(report, wanted))
    stream = sys.stderr if options.fix and STDIN in options.paths else sys.stdout
    for output in wanted:
        if output.file is None:
            stream.write(outputs.render(report, output.format, style(options.color)) + "\n")
    sys.stdout.write("".join(one.after for one in fixed if stream is sys.stderr and one.path == STDIN))
    _tell([*problems, *mending.said(fixed, written=True)])
    return problems


def _baseline(options: Namespace) -> Baseline | None:
    """What is known already; None where no baseline is named, or where all is to be shown."""
    if not options.baseline or options.no_ignore:
        return None
    from . import baseline

    return baseline.read(Path(options.baseline))


def _write_baseline(file: Path, report: Report) -> int:
    """Write what was found as known: 2 where a draft could not be checked."""
    from . import baseline

    count = baseline.write(file, report.posts)
    _tell([*map(_in_words, report.problems), f"wrote the baseline {file}: {count:,} known"])
    return NOT_DONE if report.problems else FINE


def _without_known(checked: Sequence[Checked], known: Baseline) -> list[Checked]:
    """What was checked, with what the baseline holds marked as known."""
    marked = [replace(one, report=known.applied(one.report)) for one in checked]
    if gone := known.gone(post for one in checked for post in one.report.posts):
        _tell([f"in the baseline, but no longer in the drafts: {gone:,}; --write-baseline takes them out"])
    return marked


def _show_differences(fixed: Sequence[Fixed], report: Report) -> int:
    """Print what fixes would change, and nothing else: 1 where there is anything, 2 where a draft can't be read."""
    found = "".join(mending.differences(fixed))
    sys.stdout.write(found)
    _tell([*map(_in_words, report.problems), *mending.said(fixed, written=False)])
    return NOT_DONE if report.problems else FINDINGS if found else FINE


def _in_words(problem: Problem) -> str:
    return ":".join(str(part) for part in (problem.path, problem.line) if part is not None) + f": {problem.message}"


def _tell(told: Iterable[object]) -> None:
    """What a person should know besides the report."""
    for one in told:
        print(f"postlint: {one}", file=sys.stderr)


def request(options: Namespace) -> Request:
    """What the options ask for."""
    asks = options.fix or options.diff
    return Request(
        config=options.config,
        now=options.now,
        channels=commandline.flat(options.channel),
        adjust=partial(_adjusted, options=options),
        fixing="none" if not asks else "all" if options.unsafe_fixes else "safe",
        write=options.fix and not options.diff,
        heed=not options.no_ignore,
        strict=options.force_exclude,
    )


def _adjusted(settings: configs.Settings, options: Namespace) -> configs.Settings:
    """The settings with the command line's options over them."""
    given = {
        "select": commandline.flat(options.select),
        "ignore": commandline.flat(options.ignore),
        "fail_on": options.fail_on,
        "fail_under": options.fail_under,
    }
    return configs.replace(settings, **{key: value for key, value in given.items() if value is not None})


def style(choice: str) -> Style:
    """Colour on a terminal, plain in a pipe, unless the choice or NO_COLOR says otherwise."""
    terminal = sys.stdout.isatty()
    colour = choice == "always" or (choice == "auto" and terminal and not os.environ.get("NO_COLOR"))
    width = os.get_terminal_size().columns if terminal else 100
    return Style(colour, max(60, min(width, 120)))
