"""What one run of the command does: check drafts, or explain, list or test rules."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from functools import partial
from pathlib import Path

from . import commandline, outputs, paths
from . import config as configs
from .errors import ConfigError
from .exitcodes import FINDINGS, FINE, NOT_DONE, exit_code
from .linter import Linter
from .reports.terminal import Style


def check(options: Namespace) -> int:
    """Check the drafts and print the report."""
    wanted = outputs.settled(list(map(outputs.read, options.output_format or ["full"])), options.output_file)
    channels = commandline.flat(options.channel)
    adjust = partial(_adjusted, options=options)
    checked = list(paths.each(options.paths, options.config, options.now, channels, adjust))
    report = paths.joined(one.report for one in checked)
    problems = list(outputs.write_files(report, wanted))
    for output in wanted:
        if output.file is None:
            sys.stdout.write(outputs.render(report, output.format, style(options.color)) + "\n")
    for problem in problems:
        print(f"postlint: {problem}", file=sys.stderr)
    codes = [exit_code(one.report, one.config.fail_on, one.config.fail_under) for one in checked]
    return max([*codes, NOT_DONE if problems else FINE])


def _settings(options: Namespace) -> configs.Settings:
    return configs.settle(options.config)


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


def explain(options: Namespace) -> int:
    """Print one rule as a page."""
    from .explain import page
    from .selection import unknown

    linter = _linter(options)
    rule = next((rule for rule in linter.rules if rule.id == options.explain), None)
    if rule is None:
        raise ConfigError(unknown(options.explain, [rule.id for rule in linter.rules], "--explain: "))
    print(page(rule))
    return _told(linter)


def rules(options: Namespace) -> int:
    """Print the table of rules."""
    from .explain import table

    linter = _linter(options)
    print(table(linter.rules))
    return _told(linter)


def channels(options: Namespace) -> int:
    """Print the channels and their facts."""
    from .explain import channel_page

    linter = _linter(options)
    names = commandline.flat(options.channel)
    from .channels import find

    chosen = [find(name, linter.channels) for name in names] if names else list(linter.channels.values())
    print("\n\n".join(map(channel_page, chosen)))
    return _told(linter)


def test_rules(options: Namespace) -> int:
    """Run the examples of a folder of rules."""
    from .examples import faults
    from .rulefile import read_examples

    folder = Path(options.test_rules).resolve()
    linter = Linter(_settings(options), packs=[options.test_rules])
    own = [rule for rule in linter.rules if Path(rule.file).resolve().is_relative_to(folder)]
    found = [fault for rule in own for fault in faults(rule, linter.channels)]
    for fault in found:
        print(fault)
    examples = sum(len(kind) for rule in own for kind in read_examples(rule))
    print(f"{len(own)} rules, {examples} examples, {len(found)} faults")
    if not own:
        print(f"postlint: {options.test_rules} holds no rules", file=sys.stderr)
    return max(_told(linter), FINDINGS if found else FINE, FINE if own else NOT_DONE)


test_rules.__test__ = False  # type: ignore[attr-defined]  # its name is the option's; it is no test itself


def _linter(options: Namespace) -> Linter:
    """The rules as they are where the command runs: by --config, else by the closest config."""
    settings = _settings(options) if options.config else configs.settle(configs.find(Path()))
    return Linter(settings)


def _told(linter: Linter) -> int:
    """Print what could not be read; 2 where there is any."""
    for problem in linter.problems:
        print(f"postlint: {problem.path}: {problem.message}", file=sys.stderr)
    return NOT_DONE if linter.problems else FINE
