"""One run of the command over drafts: check them, mend them if that is asked for, and report."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from . import commandline, drafts, mending, outputs, paths, progress
from . import config as configs
from .errors import ConfigError
from .exitcodes import FINDINGS, FINE, NOT_DONE, exit_code
from .houses import Houses, Watch
from .outputs import Output
from .report import Problem, Report
from .reports.full import counted
from .reports.terminal import Style
from .work import Checked, Fixed, Request

if TYPE_CHECKING:
    from .baseline import Baseline
    from .timing import Stopwatch


def check(options: Namespace) -> int:
    """Check the drafts and print the report; the exit code."""
    wanted = outputs.settled(_asked_for(options), options.output_file)
    known = _baseline(options)
    checked = _checked(options)
    fixed = [one.fixed for one in checked if one.fixed]
    if options.diff:
        return _show_differences(fixed, paths.joined(one.report for one in checked))
    if options.write_baseline:
        return _write_baseline(Path(options.write_baseline), paths.joined(one.report for one in checked))
    if known is not None:
        checked = _without_known(checked, known)
    problems = _report(paths.joined(one.report for one in checked), wanted, fixed, options)
    codes = [exit_code(one.report, one.config.fail_on, one.config.fail_under) for one in checked]
    code = max([*codes, NOT_DONE if problems else FINE])
    return FINE if options.exit_zero and code == FINDINGS else code


def _asked_for(options: Namespace) -> list[Output]:
    """The reports that the options ask for: the one for people where they ask for none."""
    asked = [outputs.read(text) for text in options.output_format or ()]
    asked += [Output("statistics")] if options.statistics else []
    return asked or [Output("full")]


def _checked(options: Namespace) -> list[Checked]:
    """What comes of each draft; how far it has got, by which settings it goes and how long it took, for who asks."""
    stopwatch = _stopwatch(options)
    asked = request(options, stopwatch.around if stopwatch else None)
    houses = asked.houses()
    found = list(drafts.collect(options.paths, houses.wants, strict=asked.strict))
    coming = paths.each_of(found, houses, asked, options.jobs)
    done = list(coming if options.quiet else progress.shown(coming, len(found), sys.stderr))
    if options.verbose:
        _tell(_by_settings(houses, [path for path in found if isinstance(path, Path)]))
    if stopwatch:
        print(stopwatch.table(), file=sys.stderr)
    return done


def _stopwatch(options: Namespace) -> Stopwatch | None:
    if not options.timing:
        return None
    from .timing import Stopwatch

    return Stopwatch()


def _by_settings(houses: Houses, files: Iterable[Path]) -> Iterator[str]:
    """How many drafts go by each config."""
    settings = (houses.settings(file) for file in files)
    names = [str(one.file or "the defaults") for one in settings if isinstance(one, configs.Settings)]
    for name in dict.fromkeys(names):
        yield f"by {name}: {counted(names.count(name), 'draft')}"


def _report(report: Report, wanted: Sequence[Output], fixed: Sequence[Fixed], options: Namespace) -> list[ConfigError]:
    """Write and print the reports, and the mended standard input; what could not be written."""
    problems = list(outputs.write_files(report, wanted))
    stream = sys.stderr if options.fix and drafts.STDIN in options.paths else sys.stdout
    for output in wanted:
        if output.file is None:
            stream.write(outputs.render(report, output.format, style(options)) + "\n")
    given = request(options).stdin_name
    sys.stdout.write("".join(one.after for one in fixed if stream is sys.stderr and one.path == given))
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
    where = ":".join(str(part) for part in (problem.path, problem.line) if part is not None)
    return f"{where}: {problem.message}" if where else problem.message


def _tell(told: Iterable[object]) -> None:
    """What a person should know besides the report."""
    for one in told:
        print(f"postlint: {one}", file=sys.stderr)


def request(options: Namespace, watch: Watch | None = None) -> Request:
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
        stdin_name=options.stdin_filename or drafts.STDIN,
        watch=watch,
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


def style(options: Namespace) -> Style:
    """Colour on a terminal, plain in a pipe, unless --color or NO_COLOR says otherwise; and how much is told."""
    choice = options.color
    terminal = sys.stdout.isatty()
    colour = choice == "always" or (choice == "auto" and terminal and not os.environ.get("NO_COLOR"))
    width = os.get_terminal_size().columns if terminal else 100
    return Style(colour, max(60, min(width, 120)), options.quiet, options.verbose)
