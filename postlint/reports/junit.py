"""JUnit's XML: a test case for each post on each channel, a failure for each error and warning in it.

Advice, reminders and what is acknowledged stand in the case's output and fail nothing. Columns count code points.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from ..positions import Lines
from ..report import PostReport, Problem, Report, Suggestion
from .names import in_repository

_NO_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(report: Report) -> str:
    """The document, with an error for each problem."""
    root = Element("testsuites", name="postlint")
    suite = SubElement(root, "testsuite", name="postlint")
    failures = sum(_case(suite, post) for post in report.posts)
    for problem in report.problems:
        _error(suite, problem)
    counts = {"tests": len(suite), "failures": failures, "errors": len(report.problems), "skipped": 0}
    for element in (root, suite):
        element.attrib |= {name: str(count) for name, count in counts.items()}
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, "unicode")


def _case(suite: Element, post: PostReport) -> bool:
    """Adds the case of a post; whether it failed."""
    path = in_repository(post.path or "draft")
    part = f", post {post.part} of {post.parts}" if post.parts > 1 else ""
    case = SubElement(suite, "testcase", classname=_plain(path), name=_plain(f"{post.channel.name}{part}"))
    case.attrib["file"] = _plain(path)
    lines = Lines(post.draft.text)
    failing = [s for s in post.suggestions if s.level in ("error", "warning") and s.acknowledged is None]
    for suggestion in failing:
        said = _plain(suggestion.message)
        failure = SubElement(case, "failure", type=f"{suggestion.level} {suggestion.rule}", message=said)
        failure.text = _plain(f"{_told(suggestion, lines, path)}\n{suggestion.why}")
    _output(case, (_told(s, lines, path) for s in post.suggestions if s not in failing))
    return bool(failing)


def _output(case: Element, told: Iterable[str]) -> None:
    if text := _plain("\n".join(told)):
        SubElement(case, "system-out").text = text


def _told(suggestion: Suggestion, lines: Lines, path: str) -> str:
    line, column = lines.position(suggestion.start)
    agreed = f" (acknowledged: {suggestion.acknowledged.reason})" if suggestion.acknowledged else ""
    return f"{path}:{line}:{column}: {suggestion.level} {suggestion.rule} {suggestion.message}{agreed}"


def _error(suite: Element, problem: Problem) -> None:
    path = _plain(in_repository(problem.path or "postlint"))
    case = SubElement(suite, "testcase", classname=path, name="could not be checked", file=path)
    where = f"line {problem.line}: " if problem.line else ""
    SubElement(case, "error", type="problem", message=_plain(where + problem.message))


def _plain(text: str) -> str:
    """The text with a dot for each character that XML can't hold."""
    return _NO_XML.sub("·", text)
