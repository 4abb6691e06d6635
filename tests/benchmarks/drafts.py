"""The written drafts with an employer's context: what must and must not be reported, by label.

    python -m tests.benchmarks.drafts DATA

A label is reported where any rule that stands for it speaks.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from typing import Any

from postlint import Draft, Linter
from postlint.brief import from_table
from postlint.drafts import parse, with_brief
from tests.benchmarks.posts import folder

LABELS = {
    "public-visibility": ("visibility/public",),
    "hashtag-missing": ("hashtags/missing",),
    "hashtag-case": ("hashtags/case",),
    "media-missing": ("media/missing",),
    "alt-text-missing": ("media/alt-text",),
    "too-long": ("length/limit",),
    "question-link": ("question/no-link",),
    "quote": ("quote/unattributed",),
    "jargon": ("plain/jargon", "plain/acronym"),
    "all-caps": ("access/capitals",),
    "opinion": ("opinion/",),
    "prescriptive": ("opinion/prescription",),
    "political": ("politics/",),
    "confidential": ("confidentiality/internal", "confidentiality/staff"),
    "embargo": ("confidentiality/embargo",),
    "medical-advice": ("clinical/",),
    "patient-identifiable": ("confidentiality/patient",),
    "employer-conflict": ("employer/",),
}


def main() -> None:
    """Print hits and false alarms for each label, and the drafts behind them."""
    posts = [json.loads(line) for line in (folder(__doc__) / "dev-posts.jsonl").read_text("utf-8").splitlines()]
    table: dict[str, list[list[str]]] = defaultdict(lambda: [[], [], [], []])
    for post in posts:
        fired = rules_of(post)
        for label, rules in LABELS.items():
            note(table[label], post, label, any(rule.startswith(one) for rule in fired for one in rules))
    print(f"{'label':20} must  found  must not  false alarms   missed; falsely reported")
    for label, (must, missed, must_not, false) in table.items():
        print(
            f"{label:20} {len(must):4} {len(must) - len(missed):6} {len(must_not):9} {len(false):13}   {missed} {false}"
        )


def note(row: list[list[str]], post: dict[str, Any], label: str, reported: bool) -> None:
    """Add one post to a label's row: must, missed, must not, false alarms."""
    if label in post["must"]:
        row[0].append(post["id"])
        row[1] += [] if reported else [post["id"]]
    if label in post["must_not"]:
        row[2].append(post["id"])
        row[3] += [post["id"]] if reported else []


def rules_of(post: dict[str, Any]) -> set[str]:
    """The rules that speak on a post, in its context."""
    context = post["context"]
    now = dt.datetime.fromisoformat(context.get("posting_at", "2026-03-10T09:00")).replace(tzinfo=dt.UTC)
    report = Linter(config(context), now=now).lint(draft(post), [post["channel"]])
    told = {suggestion.rule for found in report.posts for suggestion in found.suggestions}
    return told - {"opinion/disclaimer", "employer/review-date"}  # which the labels leave aside


def config(context: dict[str, Any]) -> dict[str, Any]:
    """A post's context as settings; its times, which name no zone, are all read as one local time."""
    settings: dict[str, Any] = {
        "terms": {"hashtags": context.get("approved_hashtags", []), "known": context.get("known_terms", [])},
        "audience": {"name": context.get("audience", "")},
        "embargoes": [
            {"terms": embargo["terms"], "until": dt.datetime.fromisoformat(embargo["until"]).replace(tzinfo=dt.UTC)}
            for embargo in context.get("embargoes", [])
        ],
    }
    settings |= employer(context)
    if days := context.get("pre_election"):
        settings["pre-election"] = {key: dt.date.fromisoformat(day) for key, day in days.items()}
    return settings


def employer(context: dict[str, Any]) -> dict[str, Any]:
    """The employer's tables of the settings: partners are organisations, and what isn't agreed is under review."""
    author = context.get("author", {})
    speakers = [*context.get("spokespeople", []), *([author["name"]] if author.get("authorised_spokesperson") else [])]
    return {
        "employer": {
            "name": context["name"],
            "aliases": context.get("aliases", []),
            "handles": context.get("handles", []),
            "spokespeople": speakers,
        },
        "account": {"author": author.get("name", "")},
        "positions": [
            {key: position[key] for key in ("topic", "terms", "stance", "line") if key in position}
            | {"status": "agreed" if position.get("status", "agreed") == "agreed" else "under-review"}
            for position in context.get("positions", [])
        ],
        "organisations": [{**partner, "role": "partner"} for partner in context.get("partners", [])],
    }


def draft(post: dict[str, Any]) -> Draft:
    """The post with its media and its context as a brief."""
    kinds = {"image": "jpg", "video": "mp4", "audio": "mp3"}
    media = [
        {"file": f"https://example.org/{i}.{kinds[item['type']]}"}
        | {k: item[k] for k in ("alt", "captions") if k in item}
        for i, item in enumerate(post["media"])
    ]
    brief = from_table(
        {"media": media, "visibility": post["context"].get("visibility", "public")}
        | ({"in-reply-to": "https://example.org/1"} if post["context"].get("in_reply_to") else {})
    )
    return with_brief(parse(post["text"]), brief)


if __name__ == "__main__":
    main()
