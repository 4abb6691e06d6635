"""Where the reports of one run go: each in its format, to standard output or into a file of its own."""

from __future__ import annotations

import importlib
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from .errors import ConfigError, nearest
from .report import Report
from .reports.terminal import Style

FORMATS = (
    "full", "concise", "json", "jsonl", "html", "markdown", "github", "gitlab", "sarif", "junit", "rdjson",
    "statistics",
)  # fmt: skip
"""Each is a module of `postlint.reports` with a function `render`."""


class Output(Struct, frozen=True):
    """One report: its format, and its file or None for standard output."""

    format: str
    file: Path | None = None


def read(text: str) -> Output:
    """`sarif`, or `sarif:report.sarif`; a `ConfigError` for a format that isn't there."""
    name, colon, file = text.partition(":")
    if name not in FORMATS:
        raise ConfigError(f'no format is called "{name}"{nearest(name, FORMATS)}; there are {", ".join(FORMATS)}')
    if colon and not file:
        raise ConfigError(f"{text} names no file; write {name}, or {name}:FILE")
    return Output(name, Path(file) if file else None)


def settled(outputs: Sequence[Output], file: str | None) -> tuple[Output, ...]:
    """The outputs with `file` in place of standard output; a `ConfigError` where two would go to one place."""
    asked = [output if output.file or not file else Output(output.format, Path(file)) for output in outputs]
    if file and not any(output.file is None for output in outputs):
        raise ConfigError("--output-file has nothing to hold: each --output-format has a file of its own")
    places = [output.file for output in asked]
    if twice := [place for place in places if places.count(place) > 1]:
        where = twice[0] or "standard output"
        mend = "give one a file, such as --output-format json:report.json"
        raise ConfigError(f"two reports can't both go to {where}; {mend}")
    return tuple(asked)


def render(report: Report, format_name: str, style: Style) -> str:
    """The report in a format; `style` counts for the one that people read on a terminal."""
    module = importlib.import_module(f".reports.{format_name}", __package__)
    text: str = module.render(report, style) if format_name == "full" else module.render(report)
    return text


def write_files(report: Report, outputs: Iterable[Output]) -> Iterator[ConfigError]:
    """Write the reports that go into files, each whole or not at all; what could not be written."""
    for output in outputs:
        if output.file is not None:
            yield from _write(output.file, render(report, output.format, Style()))
        if output.format == "github":
            yield from _summary(report)


def _write(file: Path, text: str) -> Iterator[ConfigError]:
    from . import atomic

    try:
        atomic.write(file, encoded(text))
    except OSError as problem:
        yield ConfigError(f"the report can't be written: {problem.strerror}; name another file", file=str(file))


def _summary(report: Report) -> Iterator[ConfigError]:
    """On GitHub a job's summary has room for all findings, where annotations are ten at most."""
    if place := os.environ.get("GITHUB_STEP_SUMMARY"):
        try:
            with open(place, "ab") as file:
                file.write(encoded(render(report, "markdown", Style())))
        except OSError as problem:
            yield ConfigError(f"the job's summary can't be written: {problem.strerror}", file=place)


def encoded(text: str) -> bytes:
    """A report as UTF-8, with a line break at its end; a question mark for what is no character."""
    return (text + "\n" if text else "").encode("utf-8", "replace")
