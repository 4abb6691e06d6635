"""The rules made ready for a channel, and which of them are worth asking about a post."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from . import scoring
from .applies import Condition, condition
from .config import Config
from .model import Channel, Rule
from .needs import needed
from .options import for_channel, injected
from .post import Post


class Asked(Struct, frozen=True):
    """A rule made ready for one channel, and the `condition` on which it applies to a post: most have none.

    It finds nothing in a post that holds no word of those that it `needs`; None where it may find something anyway.
    `followed` is what it adds to the score of a post that it finds nothing in; None where it is no advice.
    """

    rule: Rule
    options: Mapping[str, Any]
    wants_now: bool
    condition: Condition | None
    needs: frozenset[str] | None
    followed: scoring.Outcome | None


def prepare(rules: Iterable[Rule], channel: Channel, config: Config) -> Iterator[Asked]:
    """The rules that can be asked on a channel, with its facts and the house's settings in their options."""
    for rule in rules:
        if rule.when.channels and channel.id not in rule.when.channels:
            continue
        options = for_channel(rule.check, rule.options, channel)
        if options is not None:
            wanted = injected(rule.check)
            settings = {"settings": config} if "settings" in wanted else {}
            followed = scoring.Outcome(rule.id, rule.weight) if rule.level == "advice" else None
            options = {**options, **settings}
            needs = needed(rule.check, options)
            yield Asked(rule, options, "now" in wanted, condition(rule.when), needs, followed)


def heeded(post: Post, asked: Iterable[Asked]) -> list[Asked]:
    """The rules of which something may come: not those whose words the post has none of, and that count for nothing."""
    words, foreign = post.vocabulary, post.foreign
    return [
        one
        for one in asked
        if one.needs is None or one.followed or (foreign and one.rule.when.english) or not one.needs.isdisjoint(words)
    ]
