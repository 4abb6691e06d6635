"""Whether a rule applies to a post. One that doesn't says nothing and weighs nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import reduce
from operator import attrgetter
from typing import TypeAlias

from .errors import PackError, nearest
from .model import Rule, When
from .post import Post

Condition: TypeAlias = Callable[[Post], object]
"""Something that is so of a post, or isn't."""

HOLDS = frozenset(
    {"text", "urls", "hashtags", "mentions", "emoji", "quotations", "questions", "media", "images", "films"}
)
"""What `has` and `lacks` may name: attributes of a post that may be empty."""

ACCOUNTS = ("official", "professional", "personal")
"""What `accounts` may name; the first is meant where nobody says whose account it is."""


def condition(when: When) -> Condition | None:
    """All that `when` asks of a post, as one; None where it asks nothing. Its channels are seen to before."""
    asked = list(_each(when))
    return reduce(_both, asked) if asked else None


def _both(first: Condition, second: Condition) -> Condition:
    return lambda post: first(post) and second(post)


def _each(when: When) -> Iterator[Condition]:
    """What `when` asks, one by one. What costs most comes last."""
    if when.private is not None:
        yield lambda post: post.is_private == when.private
    if when.once:
        yield lambda post: post.part.number == 1
    if when.accounts:
        yield lambda post: (post.brief.account or ACCOUNTS[0]) in when.accounts
    if when.reply is not None:
        yield lambda post: post.is_reply == when.reply
    yield from map(attrgetter, when.has)
    if when.lacks:
        yield lambda post: not any(getattr(post, name) for name in when.lacks)
    if when.about is not None:
        yield lambda post: post.text in when.about
    if when.unless_about is not None:
        yield lambda post: post.text not in when.unless_about


def insist(rule: Rule) -> None:
    """A `PackError` where the rule's `when` names what no post can hold."""
    for name in (*rule.when.has, *rule.when.lacks):
        if name not in HOLDS:
            raise PackError(f'a post can\'t hold "{name}"{nearest(name, HOLDS)}', file=rule.file, key="when")
    for name in rule.when.accounts:
        if name not in ACCOUNTS:
            raise PackError(f'there is no account "{name}"{nearest(name, ACCOUNTS)}', file=rule.file, key="when")
