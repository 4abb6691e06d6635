"""The kind of media that a channel is for."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Fact, Match
from ..post import Post


def check(post: Post, *, film: Fact | None = None, media: Fact | None = None) -> Iterator[Match]:
    """Yield one match where a channel that takes only films has no film or sound, or one that needs media has none.

    However sure the fact, a draft whose media are still to come is unfinished, not at fault.
    """
    playable = [item for item in post.media if item.kind in ("film", "audio", "unknown")]
    if film is not None and film.value and not playable:
        yield Match(values={"wanted": "a film or an audio presentation"})
    elif media is not None and media.value and not post.media:
        yield Match(values={"wanted": "a picture or a film"})
