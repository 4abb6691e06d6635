"""Annotations for GitHub Actions: workflow commands, gravest first, since only the first ten are shown.

Columns count code points. See https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from ..model import LEVELS, Level
from ..report import Problem, Report
from .findings import Found, open_findings
from .names import in_repository

_COMMANDS: dict[Level, str] = {"error": "error", "warning": "warning", "advice": "notice", "reminder": "notice"}


def render(report: Report) -> str:
    """One command a line for each finding that nobody has acknowledged, and for each problem."""
    open_ones = sorted(open_findings(report), key=lambda one: LEVELS.index(one.suggestion.level))
    return "\n".join([*map(_problem, report.problems), *map(_finding, open_ones)])


def _finding(one: Found) -> str:
    suggestion, (line, column), (end_line, end_column) = one.suggestion, one.start, one.end
    path = in_repository(one.path)
    values = {"title": f"postlint ({suggestion.rule})", "file": path, "line": line, "col": column}
    if (line, column) != (end_line, end_column):
        values |= {"endLine": end_line, "endColumn": end_column}
    message = f"{path}:{line}:{column}: {suggestion.rule} {suggestion.message}\n{suggestion.why}"
    return _command(_COMMANDS[suggestion.level], values, message)


def _problem(problem: Problem) -> str:
    values: dict[str, object] = {"title": "postlint (problem)"}
    values |= {"file": in_repository(problem.path)} if problem.path else {}
    values |= {"line": problem.line} if problem.line else {}
    return _command("error", values, f"{problem.path or 'postlint'}: {problem.message}")


def _command(name: str, values: dict[str, object], message: str) -> str:
    told = ",".join(f"{key}={_value(str(value))}" for key, value in values.items())
    return f"::{name} {told}::{_data(message)}"


def _data(text: str) -> str:
    """The characters that would end a command, as the runner reads them back."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(text: str) -> str:
    """The same for a value among others."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
