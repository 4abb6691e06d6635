"""What a run of the command does when it checks no drafts: explain, list or test rules."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from . import commandline
from . import config as configs
from .errors import ConfigError
from .exitcodes import FINDINGS, FINE, NOT_DONE
from .houses import overriding
from .linter import Linter
from .report import Problem


def _settings(options: Namespace) -> configs.Settings:
    return configs.settle(options.config)


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


def show_config(options: Namespace) -> int:
    """Print the settings that hold for each of the paths, or here, and where each comes from."""
    from .checking import request
    from .showing import shown

    asked = request(options)
    houses = asked.houses()
    code = FINE
    for path in map(Path, options.paths or ["."]):
        file = path / "draft.txt" if path.is_dir() else path
        settings = houses.settings(file)
        if isinstance(settings, Problem):
            print(f"postlint: {settings.path}: {settings.message}", file=sys.stderr)
            code = NOT_DONE
        else:
            print(shown(file, settings, asked.adjust(configs.overridden(settings, overriding(settings, file)))))
    return code


def schema(options: Namespace) -> int:
    """Print the JSON Schema of the config or of the brief."""
    import json

    from .schemas import schema as made

    linter = _linter(options)
    print(json.dumps(made(options.schema, linter), ensure_ascii=False, indent=2))
    return _told(linter)


def init(options: Namespace) -> int:
    """Write a first config and a first draft."""
    from .starting import start

    written, problems = start(Path(options.init))
    for path in written:
        print(f"wrote {path}")
    for problem in problems:
        print(f"postlint: {problem}", file=sys.stderr)
    return NOT_DONE if problems else FINE


def _linter(options: Namespace) -> Linter:
    """The rules as they are where the command runs: by --config, else by the closest config."""
    settings = _settings(options) if options.config else configs.settle(configs.find(Path()))
    return Linter(settings)


def _told(linter: Linter) -> int:
    """Print what could not be read; 2 where there is any."""
    for problem in linter.problems:
        print(f"postlint: {problem.path}: {problem.message}", file=sys.stderr)
    return NOT_DONE if linter.problems else FINE
