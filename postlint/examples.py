"""Runs the examples that stand in the rules themselves: they are the rules' tests."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from . import channels as channel_files
from . import config as configs
from . import drafts, engine, fixes
from .asking import prepare
from .errors import PostlintError
from .model import Channel, Draft, Rule
from .post import Post
from .report import Suggestion
from .rulefile import Example, read_examples

LEAST = 2
"""How many failing and how many passing examples a rule must have."""

NOW = dt.datetime(2026, 11, 24, 9, 0, tzinfo=dt.UTC)
"""The moment at which every example is read, so that it means the same on every day."""


def faults(rule: Rule, channels: Mapping[str, Channel]) -> Iterator[str]:
    """What is wrong with a rule by its own examples, one sentence each; nothing where all is well."""
    fails, passes = read_examples(rule)
    for kind, examples in (("fail", fails), ("pass", passes)):
        if len(examples) < LEAST:
            yield f"{rule.id}: has {len(examples)} [[{kind}]] examples; give it at least {LEAST}"
    for number, example in enumerate(fails, 1):
        yield from (f"{rule.id}, [[fail]] {number}: {fault}" for fault in _fail_faults(rule, example, channels))
    for number, example in enumerate(passes, 1):
        yield from (f"{rule.id}, [[pass]] {number}: {fault}" for fault in _pass_faults(rule, example, channels))


def _fail_faults(rule: Rule, example: Example, channels: Mapping[str, Channel]) -> Iterator[str]:
    found, broken = suggestions(rule, example, channels)
    yield from broken
    flagged = [suggestion.text for suggestion in found if suggestion.text]
    if not found:
        yield f"nothing is flagged in {example.text!r}"
    elif example.at is not None and flagged != list(example.at):
        yield f"flags {flagged}, not {list(example.at)}"
    if example.fixed is not None:
        mended = fixes.apply(example.text, [suggestion.fix for suggestion in found if suggestion.fix])
        if mended != example.fixed:
            yield f"is mended to {mended!r}, not {example.fixed!r}"


def _pass_faults(rule: Rule, example: Example, channels: Mapping[str, Channel]) -> Iterator[str]:
    found, broken = suggestions(rule, example, channels)
    yield from broken
    for suggestion in found:
        yield f"is flagged at {suggestion.text!r} ({suggestion.message}): {example.text!r}"


def suggestions(rule: Rule, example: Example, channels: Mapping[str, Channel]) -> tuple[list[Suggestion], list[str]]:
    """What one rule says of one example, and what broke while it was asked."""
    try:
        channel = channel_files.find(example.channel, channels)
        config = configs.settle(example.config).config
        draft = _draft(example)
        asked = tuple(prepare(engine.configured([rule], config), channel, config))
    except PostlintError as problem:
        return [], [str(problem)]
    brief = configs.settled(draft.brief, config)
    posts = [Post(draft, part, channel, brief) for part in draft.parts]
    answers = [engine.check(post, asked, NOW) for post in posts]
    found = [suggestion for report, _ in answers for suggestion in report.suggestions]
    return found, [problem.message for _, problems in answers for problem in problems]


def _draft(example: Example) -> Draft:
    """The example as a draft; its `brief` table stands for one at the top of the text."""
    draft = drafts.parse(example.text)
    if not example.brief:
        return draft
    from .brief import from_table

    return drafts.with_brief(draft, from_table(example.brief))
