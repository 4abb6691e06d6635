"""X's own suite, section by section: entities, lengths with each configuration, every top-level domain."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml

from postlint.extract.addresses import is_address
from postlint.extract.cashtags import cashtags
from postlint.extract.hashtags import hashtags
from postlint.extract.mentions import mentions_and_lists, reply_to
from postlint.extract.urls import urls
from postlint.lengths import measure
from postlint.lengths.weighted import is_valid
from postlint.model import Channel, Fact, Span

Data = Callable[..., Path]
Case = dict[str, Any]


def cases(shared_data: Data, file: str, section: str) -> list[Case]:
    """The cases of one section."""
    return yaml.safe_load(shared_data("twitter-text", "conformance", file).read_text("utf-8"))["tests"][section]


def failures(found: Iterable[tuple[Case, Any]]) -> list[tuple[str, Any]]:
    """The cases whose answer is not the expected one."""
    return [(case["text"], answer) for case, answer in found if answer != case["expected"]]


def words(text: str, spans: Iterable[Span], skip: int = 0) -> list[str]:
    """What stands at the spans."""
    return [text[span.start + skip : span.end] for span in spans]


def outside_links(text: str) -> list[Span]:
    """The hashtags that are not part of a link."""
    links = list(urls(text))
    return [tag for tag in hashtags(text) if not any(tag.overlaps(link) for link in links)]


def indexed(key: str, text: str, spans: Iterable[Span], skip: int = 0) -> list[Case]:
    """Entities with their places, as the suite writes them."""
    return [{key: text[span.start + skip : span.end], "indices": [span.start, span.end]} for span in spans]


def accounts(text: str) -> list[Case]:
    """Mentions and lists with their places, as the suite writes them."""
    found = []
    for span, _ in mentions_and_lists(text):
        name, slash, rest = text[span.start + 1 : span.end].partition("/")
        found.append({"screen_name": name, "list_slug": slash + rest, "indices": [span.start, span.end]})
    return found


def named(text: str) -> list[Case]:
    """Mentions alone with their places, as the suite writes them."""
    found = [(one["screen_name"], one["indices"][0]) for one in accounts(text)]
    return [{"screen_name": name, "indices": [start, start + 1 + len(name)]} for name, start in found]


EXTRACT: dict[str, tuple[int, Callable[[str], Any]]] = {
    "mentions": (23, lambda text: [found["screen_name"] for found in accounts(text)]),
    "mentions_with_indices": (3, named),
    "mentions_or_lists_with_indices": (5, accounts),
    "replies": (13, reply_to),
    "urls": (91, lambda text: words(text, urls(text))),
    "urls_with_indices": (10, lambda text: indexed("url", text, urls(text))),
    "urls_with_directional_markers": (2, lambda text: indexed("url", text, urls(text))),
    "tco_urls_with_params": (5, lambda text: words(text, urls(text))),
    "hashtags": (65, lambda text: words(text, outside_links(text), 1)),
    "hashtags_from_astral": (3, lambda text: words(text, outside_links(text), 1)),
    "hashtags_with_indices": (8, lambda text: indexed("hashtag", text, outside_links(text), 1)),
    "cashtags": (8, lambda text: words(text, cashtags(text), 1)),
    "cashtags_with_indices": (2, lambda text: indexed("cashtag", text, cashtags(text), 1)),
}


@pytest.mark.parametrize("section", EXTRACT)
def test_extract(shared_data: Data, section: str) -> None:
    """Every case of a section of extract.yml has exactly the expected entities."""
    number, answer = EXTRACT[section]
    found = cases(shared_data, "extract.yml", section)
    assert len(found) == number
    assert failures((case, answer(case["text"])) for case in found) == []


@pytest.mark.parametrize(("section", "number"), [("country", 315), ("generic", 1259)])
def test_top_level_domains(shared_data: Data, section: str, number: int) -> None:
    """A host may end in every listed top-level domain."""
    found = cases(shared_data, "tlds.yml", section)
    assert len(found) == number
    assert failures((case, words(case["text"], urls(case["text"]))) for case in found) == []


def channel(shared_data: Data, version: int) -> Channel:
    """A channel that counts by one of the suite's configurations."""
    config = json.loads(shared_data("twitter-text", "config", f"v{version}.json").read_text("utf-8"))

    def fact(value: Any) -> Fact:
        return Fact(value, "the suite's configuration", dt.date(2026, 11, 22), "A", "weighted")

    facts = {"length": fact(config["maxWeightedTweetLength"]), "link_cost": fact(config["transformedURLLength"])}
    if config["ranges"]:
        facts["light_ranges"] = fact(tuple(f"{r['start']:X}-{r['end']:X}" for r in config["ranges"]))
        facts["letter_cost"] = fact(config["defaultWeight"] // config["scale"])
    if config.get("emojiParsingEnabled"):
        facts["emoji_cost"] = fact(2)
    return Channel("suite", "Suite", (), "twitter", facts)


def utf16(text: str) -> int:
    """The suite's places count UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def parsed(text: str, place: Channel) -> Case:
    """A length in all the fields of the suite."""
    length = measure(text, place)
    return {
        "weightedLength": length.used,
        "valid": is_valid(text, length),
        "permillage": length.used * 1000 // (length.limit or 1),
        "displayRangeStart": 0,
        "displayRangeEnd": utf16(text) - 1,
        "validRangeStart": 0,
        "validRangeEnd": utf16(text[: length.fits]) - 1,
    }


@pytest.mark.parametrize(
    ("section", "version", "number"),
    [
        ("WeightedTweetsCounterTest", 2, 20),
        ("WeightedTweetsWithDiscountedEmojiCounterTest", 3, 22),
        ("UnicodeDirectionalMarkerCounterTest", 3, 2),
    ],
)
def test_weighted_lengths(shared_data: Data, section: str, version: int, number: int) -> None:
    """Length, validity, permillage and all ranges are the suite's, with its own configuration."""
    found = cases(shared_data, "validate.yml", section)
    assert len(found) == number
    place = channel(shared_data, version)
    assert failures((case, parsed(case["text"], place)) for case in found) == []


def whole(text: str, spans: Iterable[Span]) -> bool:
    """Whether one entity takes the whole text."""
    return [*spans] == [Span(0, len(text))]


VALIDATE: dict[str, tuple[int, Callable[[str], bool]]] = {
    "usernames": (4, lambda text: whole(text, (span for span, is_list in mentions_and_lists(text) if not is_list))),
    "lists": (5, lambda text: whole(text, (span for span, is_list in mentions_and_lists(text) if is_list))),
    "hashtags": (7, lambda text: whole(text, hashtags(text))),
    "urls": (24, is_address),
    "urls_without_protocol": (5, lambda text: whole(text, urls(text))),
}


@pytest.mark.parametrize("section", VALIDATE)
def test_validate(shared_data: Data, section: str) -> None:
    """Names, lists, hashtags and addresses are valid, or not, as the suite says."""
    number, answer = VALIDATE[section]
    found = cases(shared_data, "validate.yml", section)
    assert len(found) == number
    assert failures((case, answer(case["text"])) for case in found) == []


def test_tweets_of_the_old_limit(shared_data: Data) -> None:
    """The posts of 140 characters are valid, or not, by the first configuration."""
    place = channel(shared_data, 1)
    found = cases(shared_data, "validate.yml", "tweets")
    assert len(found) == 8
    assert failures((case, is_valid(case["text"], measure(case["text"], place))) for case in found) == []
