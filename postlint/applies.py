"""Whether a rule applies to a post. One that doesn't says nothing and weighs nothing."""

from __future__ import annotations

from .errors import PackError, nearest
from .model import Rule, When
from .post import Post

HOLDS = frozenset(
    {"text", "urls", "hashtags", "mentions", "emoji", "quotations", "questions", "media", "images", "films"}
)
"""What `has` and `lacks` may name: attributes of a post that may be empty."""

ACCOUNTS = ("official", "professional", "personal")
"""What `accounts` may name; the first is meant where nobody says whose account it is."""


def applies(when: When, post: Post) -> bool:
    """Whether all that `when` asks of a post is so; its channels are seen to before. What costs most is asked last."""
    return (
        (when.private is None or when.private == post.is_private)
        and not (when.once and post.part.number != 1)
        and (not when.accounts or (post.brief.account or ACCOUNTS[0]) in when.accounts)
        and (when.reply is None or when.reply == post.is_reply)
        and not (when.has and _lacks_any(post, when.has))
        and (not when.lacks or _lacks_all(post, when.lacks))
        and (when.about is None or post.text in when.about)
        and (when.unless_about is None or post.text not in when.unless_about)
    )


def _lacks_any(post: Post, names: tuple[str, ...]) -> bool:
    """Whether one of the names stands for something that the post doesn't hold."""
    return any(not getattr(post, name) for name in names)


def _lacks_all(post: Post, names: tuple[str, ...]) -> bool:
    return all(not getattr(post, name) for name in names)


def insist(rule: Rule) -> None:
    """A `PackError` where the rule's `when` names what no post can hold."""
    for name in (*rule.when.has, *rule.when.lacks):
        if name not in HOLDS:
            raise PackError(f'a post can\'t hold "{name}"{nearest(name, HOLDS)}', file=rule.file, key="when")
    for name in rule.when.accounts:
        if name not in ACCOUNTS:
            raise PackError(f'there is no account "{name}"{nearest(name, ACCOUNTS)}', file=rule.file, key="when")
