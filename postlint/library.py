"""The text exactly as a channel sees it, for programs that want no more than that."""

from __future__ import annotations

from . import channels
from .model import Entity, Length


def entities(text: str, channel: str = "twitter") -> list[Entity]:
    """What the channel treats as more than letters: urls, hashtags, mentions, lists, cashtags, emoji.

    In order of start; offsets count code points. An unknown channel is a `PackError`.
    """
    from .extract import entities as found

    return list(found(text, channels.find(channel, channels.builtin()).dialect))


def length(text: str, channel: str = "twitter") -> Length:
    """How long the text is for the channel, in the channel's own unit, and how that comes about."""
    from .lengths import measure

    return measure(text, channels.find(channel, channels.builtin()))
