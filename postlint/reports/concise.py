"""One line a finding, path first, so that a terminal or an editor can lead there. Columns count code points."""

from __future__ import annotations

from collections.abc import Iterator

from ..report import Problem, Report
from .findings import Found, found
from .full import summary_line
from .terminal import harmless


def render(report: Report) -> str:
    """`path:line:column: level rule message`, with [*] where a fix is at hand; then problems and the sum."""
    return "\n".join([*_findings(report), *map(_problem, report.problems), summary_line(report)])


def _findings(report: Report) -> Iterator[str]:
    return (harmless(_line(one)) for one in [*found(report)])


def _line(one: Found) -> str:
    suggestion = one.suggestion
    line, column = one.start
    marks = " [*]" if suggestion.fix else ""
    marks += f" (acknowledged: {suggestion.acknowledged.reason})" if suggestion.acknowledged else ""
    message = " ".join(suggestion.message.split())
    return f"{one.path}:{line}:{column}: {suggestion.level} {suggestion.rule} {message}{marks}"


def _problem(problem: Problem) -> str:
    where = ":".join(str(part) for part in (problem.path or "postlint", problem.line) if part is not None)
    return harmless(f"{where}: problem {problem.message}")
