"""Markdown, for a comment on a pull request or for a ticket. A draft's words can mention nobody and add no markup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..lengths.arithmetic import count_in_words
from ..report import PostReport, Problem, Report
from .findings import Found, better, by_draft, merged
from .full import summary_line
from .names import in_repository

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
_VERDICTS = {"stop": "🛑 stop", "review": "👀 review", "ready": "✅ ready"}


def render(report: Report) -> str:
    """A heading and a table for each draft, its findings below; then problems, and the sum."""
    blocks = ["## postlint", summary_line(report)]
    blocks += [_problem(problem) for problem in report.problems]
    blocks += [block for posts in by_draft(report.posts) for block in _draft(posts)]
    return "\n\n".join(blocks)


def _draft(posts: Sequence[PostReport]) -> Iterator[str]:
    first = posts[0]
    part = f", post {first.part} of {first.parts}" if first.parts > 1 else ""
    yield f"### {code(in_repository(first.path or 'draft'))}{part}"
    yield "\n".join(["| channel | verdict | score | length |", "|---|---|--:|---|", *map(_row, posts)])
    if findings := merged(posts):
        yield "\n".join(_finding(one) for one in findings)


def _row(post: PostReport) -> str:
    score = "" if post.score is None else post.score
    return f"| {plain(post.channel.name)} | {_VERDICTS[post.verdict]} | {score} | {count_in_words(post.length)} |"


def _finding(one: Found) -> str:
    suggestion = one.suggestion
    where = f" (line {one.start[0]})" if suggestion.text else ""
    mended = better(one)
    told = f"- **{suggestion.level}**{where}: {plain(suggestion.message)}"
    told += f" Better: {code(mended)}." if mended else ""
    told += f" Acknowledged: {plain(suggestion.acknowledged.reason)}." if suggestion.acknowledged else ""
    return f"{told} `{suggestion.rule}`"


def _problem(problem: Problem) -> str:
    where = ":".join(str(part) for part in (problem.path, problem.line) if part is not None)
    return f"⚠️ **problem** {code(where) + ': ' if where else ''}{plain(problem.message)}"


def plain(text: str) -> str:
    """The text as words and nothing else: no markup, no mention, no link to an issue."""
    return _MARKUP.sub(r"\\\1", " ".join(text.split())).replace("@", "@\u200b").replace("://", ":\u200b//")


def code(text: str) -> str:
    """The text as code, inside more backticks than it holds itself."""
    text = " ".join(text.split())
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"
