"""How often each rule found something: the commonest first."""

from __future__ import annotations

from collections import Counter

from ..report import Report
from .findings import found
from .full import counted, problem_line, summary_line
from .terminal import Style


def render(report: Report) -> str:
    """One line a rule: how often, in how many drafts, how many fixes; what is acknowledged doesn't count."""
    open_ones = [one for one in found(report) if one.suggestion.acknowledged is None]
    counts = Counter(one.suggestion.rule for one in open_ones)
    drafts = Counter(rule for rule, _ in {(one.suggestion.rule, one.path) for one in open_ones})
    fixes = Counter(one.suggestion.rule for one in open_ones if one.suggestion.fix)
    levels = {one.suggestion.rule: one.suggestion.level for one in open_ones}
    width = max(map(len, counts), default=0)
    lines = [
        f"{count:>7,}  {rule:<{width}}  {levels[rule]:<8}  in {counted(drafts[rule], 'draft')}"
        + (f", {fixes[rule]:,} with a fix" if fixes[rule] else "")
        for rule, count in sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    ]
    problems = (problem_line(problem, Style()) for problem in report.problems)
    return "\n".join([*lines, *problems, summary_line(report)])
