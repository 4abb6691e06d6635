"""The JSON report, version 1: a stable contract. Offsets, lines and columns count code points."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from ..model import Fix, Length
from ..positions import Lines
from ..report import PostReport, Problem, Report, Suggestion

SCHEMA = "postlint/1"


def render(report: Report) -> str:
    """The whole report as one JSON object; the same report gives the same bytes."""
    return json.dumps(document(report), ensure_ascii=False, indent=2)


def document(report: Report) -> dict[str, Any]:
    """The report as plain data."""
    summary = report.summary
    return {
        "schema": SCHEMA,
        "posts": [_post(post) for post in report.posts],
        "plan": [],
        "problems": [problem_data(problem) for problem in report.problems],
        "summary": {
            "posts": summary.posts,
            "stop": summary.stop,
            "review": summary.review,
            "ready": summary.ready,
        },
    }


def _post(post: PostReport) -> dict[str, Any]:
    lines = Lines(post.draft.text)
    return {
        "path": post.path,
        "channel": post.channel.id,
        "part": post.part,
        "parts": post.parts,
        "verdict": post.verdict,
        "score": post.score,
        "length": _length(post.length),
        "suggestions": [suggestion_data(suggestion, lines) for suggestion in post.suggestions],
        "not_evaluated": [{"rule": skipped.rule, "reason": skipped.reason} for skipped in post.not_evaluated],
    }


def _length(length: Length) -> dict[str, Any]:
    parts = [{"kind": part.kind, "count": part.count, "cost": part.cost} for part in length.parts]
    return {"used": length.used, "limit": length.limit, "unit": length.unit, "parts": parts}


def suggestion_data(suggestion: Suggestion, lines: Lines) -> dict[str, Any]:
    """One suggestion, as it stands in `json` and in `jsonl`."""
    line, column = lines.position(suggestion.start)
    end_line, end_column = lines.position(suggestion.end)
    return {
        "rule": suggestion.rule,
        "level": suggestion.level,
        "message": suggestion.message,
        "why": suggestion.why,
        "confidence": suggestion.confidence,
        "points": suggestion.points,
        "start": suggestion.start,
        "end": suggestion.end,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "text": suggestion.text,
        "fix": _fix(suggestion.fix),
        "acknowledged": _acknowledged(suggestion),
        "source": _source(suggestion),
    }


def _fix(fix: Fix | None) -> Mapping[str, Any] | None:
    if fix is None:
        return None
    edits = [{"start": edit.start, "end": edit.end, "text": edit.text} for edit in fix.edits]
    return {"safe": fix.safe, "edits": edits}


def _acknowledged(suggestion: Suggestion) -> Mapping[str, Any] | None:
    word = suggestion.acknowledged
    if word is None:
        return None
    return {"reason": word.reason, "until": word.until.isoformat() if word.until else None}


def _source(suggestion: Suggestion) -> Mapping[str, str] | None:
    source = suggestion.source
    return {"title": source.title, "url": source.url} if source else None


def problem_data(problem: Problem) -> Mapping[str, Any]:
    """One problem, as it stands in `json` and in `jsonl`."""
    return {"path": problem.path, "line": problem.line, "rule": problem.rule, "message": problem.message}
