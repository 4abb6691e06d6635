"""One page that an approver can read and print: each post per channel with the findings marked, and a line to sign.

The page stands alone: no script, no picture, nothing is fetched.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from ..lengths.arithmetic import count_in_words
from ..model import Media, Span
from ..report import PostReport, Problem, Report
from .findings import Found, better, by_draft, merged
from .full import summary_line
from .preview import Segment, segments
from .terminal import harmless

_VERDICTS = {
    "stop": "Stop: must not go out like this",
    "review": "Review: a person should look first",
    "ready": "Ready: nothing stands in the way that postlint can see",
}
_PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<header><h1>Posts to approve</h1><p>{title}</p></header>
<main>
{body}
</main>
<footer><p>Checked by postlint. It gives no legal or clinical advice, and a person decides.</p></footer>
</body>
</html>"""


def render(report: Report) -> str:
    """The whole page."""
    style = Path(__file__).with_name("page.css").read_text("utf-8")
    blocks = [*_problems(report.problems), *_drafts(report), *_not_checked(report)]
    return _PAGE.format(title=_text(summary_line(report)), style=style, body="\n".join(blocks))


def _problems(problems: Sequence[Problem]) -> Iterator[str]:
    if problems:
        told = "".join(f"<li>{_problem(problem)}</li>" for problem in problems)
        yield f'<section class="problems"><h2>Not everything could be checked</h2><ul>{told}</ul></section>'


def _problem(problem: Problem) -> str:
    where = ":".join(str(part) for part in (problem.path, problem.line) if part is not None)
    return f"<b>{_text(where)}</b> {_text(problem.message)}"


def _drafts(report: Report) -> Iterator[str]:
    for number, posts in enumerate(by_draft(report.posts), 1):
        yield "\n".join(_draft(posts, f"d{number}"))


def _draft(posts: Sequence[PostReport], name: str) -> Iterator[str]:
    first, found = posts[0], _in_order(posts)
    part = f", post {first.part} of {first.parts}" if first.parts > 1 else ""
    yield f'<article aria-labelledby="{name}"><h2 id="{name}">{_text((first.path or "draft") + part)}</h2>'
    yield f'<div class="posts">{"".join(_post(post, found, name) for post in posts)}</div>'
    if found:
        items = "\n".join(_finding(number, one, name) for number, one in enumerate(found, 1))
        yield f'<h3>What postlint says</h3>\n<ol class="findings">\n{items}\n</ol>'
    yield _SIGN_OFF
    yield "</article>"


def _in_order(posts: Sequence[PostReport]) -> list[Found]:
    """The findings as the page numbers them: those about words in the order of the text, then those about the whole."""
    return sorted(merged(posts), key=lambda one: (not one.suggestion.text, one.suggestion.start, one.suggestion.end))


def _post(post: PostReport, found: Sequence[Found], name: str) -> str:
    score = "" if post.score is None else f" Score {post.score} of 100."
    mine = [(number, one) for number, one in enumerate(found, 1) if post.channel.name in one.channels]
    places = [(number, Span(one.suggestion.start, one.suggestion.end)) for number, one in mine]
    words = "".join(_segment(segment, found, name) for segment in segments(post, places))
    media = "".join(f"<li>{_media(item)}</li>" for item in post.draft.parts[post.part - 1].media)
    return (
        f'<section class="post {post.verdict}"><h3>{_text(post.channel.name)}</h3>'
        f'<p class="verdict">{_VERDICTS[post.verdict]}.{score}</p>'
        f'<blockquote dir="auto">{words}</blockquote>'
        + (f'<ul class="media">{media}</ul>' if media else "")
        + f'<p class="count">{_text(count_in_words(post.length))}</p></section>'
    )


def _segment(segment: Segment, found: Sequence[Found], name: str) -> str:
    text = _text(segment.text)
    if segment.over:
        text = f'<s class="over" title="past the limit">{text}</s>'
    if not segment.findings:
        return text
    level = found[segment.findings[0] - 1].suggestion.level
    links = " ".join(f'<a href="#{name}-{n}" aria-label="finding {n}">{n}</a>' for n in segment.findings)
    return f'<mark class="{level}">{text}</mark><sup>{links}</sup>'


def _media(media: Media) -> str:
    said = f"described as “{_text(media.alt)}”" if media.alt else "without a description"
    return f"{_text(media.kind if media.kind != 'unknown' else 'file')} <b>{_text(media.file)}</b>, {said}"


def _finding(number: int, one: Found, name: str) -> str:
    suggestion = one.suggestion
    words = f" <q>{_text(suggestion.text)}</q>" if _tells_words(one) else ""
    mended = better(one)
    told = f'<li id="{name}-{number}"><p><b class="{suggestion.level}">{suggestion.level}</b>{words} '
    told += f"{_text(suggestion.message)}"
    told += f" Better: <b>{_text(mended)}</b>" if mended else ""
    told += "</p>"
    if suggestion.acknowledged:
        told += f'<p class="agreed">Acknowledged: {_text(suggestion.acknowledged.reason)}</p>'
    channels = _text(", ".join(one.channels))
    return told + f'<p class="why">{_text(suggestion.why)} <code>{suggestion.rule}</code>, {channels}</p></li>'


def _tells_words(one: Found) -> bool:
    """Whether the words of a finding are worth telling: they are in the post, and the message doesn't hold them."""
    body = one.post.draft.parts[0].pieces[0][1]
    return one.suggestion.start >= body and one.suggestion.text not in one.suggestion.message


def _not_checked(report: Report) -> Iterator[str]:
    skipped = dict.fromkeys((skip.rule, skip.reason) for post in report.posts for skip in post.not_evaluated)
    if skipped:
        told = "".join(f"<li><code>{_text(rule)}</code>: {_text(reason)}</li>" for rule, reason in skipped)
        yield f"<section><h2>Not checked</h2><ul>{told}</ul></section>"


def _text(text: str) -> str:
    """Words as words: no markup, and no sign that turns the direction of what follows."""
    return escape(harmless(text.replace("\r", "")))


_SIGN_OFF = """\
<div class="sign-off"><p><span class="box"></span> May go out <span class="box"></span> Change first</p>
<p>Name <span class="line"></span> Role <span class="line"></span> Date <span class="line"></span></p></div>"""
