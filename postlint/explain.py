"""Rules and channels as Markdown: for --explain, --rules and --channels, and for the tables of the README."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .model import Channel, Fact, Rule
from .rulefile import Example, read_examples


def page(rule: Rule) -> str:
    """A rule as a page: what, why, what it flags and what it leaves alone, and its sources."""
    return "\n".join(_page(rule)).rstrip()


def _page(rule: Rule) -> Iterator[str]:
    yield f"# {rule.id}: {rule.title}"
    yield f"\nLevel: {rule.level}. Weight in the score: {rule.weight:g}. Check: {rule.check_name}.{_switched(rule)}"
    yield f"\n## What it says\n\n{rule.message}"
    yield f"\n## Why\n\n{rule.why}"
    fails, passes = read_examples(rule)
    yield from _examples("What it flags", fails)
    yield from _examples("What it leaves alone", passes)
    yield "\n## Sources\n"
    yield from (f"- {source.title}: {source.url} (checked {source.checked})" for source in rule.sources)


def _switched(rule: Rule) -> str:
    return "" if rule.enabled else f' Off unless chosen: `--select {rule.id}` or `[rules."{rule.id}"]` in the config.'


def _examples(title: str, examples: Iterable[Example]) -> Iterator[str]:
    yield f"\n## {title}"
    for example in examples:
        text = "\n".join(f"    {line}" for line in example.text.splitlines() or [""])
        yield f"\nOn {example.channel}{': ' + example.note if example.note else ''}\n\n{text}"
        if example.at:
            yield f"\n  flagged: {', '.join(example.at)}"
        if example.fixed is not None:
            yield f"\n  mended: {example.fixed}"


def table(rules: Iterable[Rule]) -> str:
    """The rules as a table."""
    rows = [f"| `{rule.id}` | {rule.level} | {rule.title}{'' if rule.enabled else ' (off)'} |" for rule in rules]
    return "\n".join(["| rule | level | what it asks |", "|---|---|---|", *rows])


def channel_page(channel: Channel) -> str:
    """A channel and its facts as a table."""
    also = f" (also {', '.join(channel.aliases)})" if channel.aliases else ""
    rows = [_fact(name, fact) for name, fact in sorted(channel.facts.items())]
    head = "| fact | value | unit | confidence | checked | source |"
    return "\n".join([f"## {channel.name}: {channel.id}{also}", "", head, "|---|---|---|---|---|---|", *rows])


def _fact(name: str, fact: Fact) -> str:
    value = ", ".join(fact.value) if isinstance(fact.value, tuple) else fact.value
    shown = f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else value
    source = f"{fact.source} ({fact.note})" if fact.note else fact.source
    return f"| {name} | {shown} | {fact.unit} | {fact.confidence} | {fact.checked} | {source} |"
