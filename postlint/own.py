"""The author's own words: where terms stand in a post, but not in its links, nor, if wished, in what others said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .model import Span
from .post import Post
from .spans import Covered
from .terms import Terms


def find(post: Post, words: Terms, *, unless: Terms | None = None, in_quotations: bool = False) -> Iterator[Span]:
    """Each of `words` outside links and mentions, but not inside one of the longer phrases of `unless`."""
    found = list(words.find(post.text))
    return clear(post, found, unless=unless, in_quotations=in_quotations) if found else iter(())


def clear(
    post: Post, found: Iterable[Span], *, unless: Terms | None = None, in_quotations: bool = False
) -> Iterator[Span]:
    """Those of the spans that touch no link, no mention, nothing of `unless`, and no quotation unless wished."""
    found = list(found)
    if not found:
        return iter(())
    spared = list(unless.find(post.text)) if unless else []
    spared += [entity.span for entity in post.entities if entity.kind in ("url", "mention", "list")]
    spared += [] if in_quotations else [quotation.span for quotation in post.quotations]
    return Covered(spared).clear(found)


def reported(post: Post, sentence: Span, verbs: Terms) -> bool:
    """Whether a sentence tells what somebody else says: it holds one of `verbs`, or opens with RT."""
    said = post.text[sentence.start : sentence.end]
    return post.text.startswith("RT ") or said in verbs
