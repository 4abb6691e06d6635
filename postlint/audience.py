"""For whom a post is: whether they work in health care, as far as the brief or the config says."""

from __future__ import annotations

from .post import Post
from .terms import Terms


def is_expert(post: Post, experts: Terms) -> bool:
    """Whether the audience that is stated is made of people who work in health care."""
    return bool(post.brief.audience) and post.brief.audience in experts
