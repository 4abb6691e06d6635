"""JSON Schemas of the config and of the brief, made from the types that read them, so that editors complete both."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from .brief import BriefFile
from .config import Config
from .linter import Linter
from .model import Channel

KINDS = ("config", "brief")


def schema(kind: str, linter: Linter) -> dict[str, Any]:
    """The schema of a `config` or of a `brief`, with the names of the linter's rules and channels in it."""
    read_as = Config if kind == "config" else BriefFile
    (made,), parts = msgspec.json.schema_components([read_as], ref_template="#/$defs/{name}")
    name = made["$ref"].rpartition("/")[2]
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"A {kind} of postlint",
        **{key: value for key, value in parts.pop(name).items() if key != "title"},
        "$defs": parts,
    }
    _name_channels(whole["properties"]["channels"], linter.channels)
    if kind == "config":
        _name_rules(whole, linter)
    return whole


def _name_channels(channels: dict[str, Any], known: Mapping[str, Channel]) -> None:
    """Completes the names of channels; the text form of a brief's list holds several and stays free."""
    for form in channels.get("anyOf", [channels]):
        if form.get("type") == "array":
            form["items"] = {"enum": sorted({name for one in known.values() for name in (one.id, *one.aliases)})}


def _name_rules(whole: dict[str, Any], linter: Linter) -> None:
    """Completes the names of rules, with their titles, and those of the channels and their facts."""
    settings = whole["properties"]["rules"].pop("additionalProperties")
    whole["properties"]["rules"] |= {
        "properties": {rule.id: {**settings, "description": rule.title} for rule in linter.rules},
        "additionalProperties": False,
    }
    names = sorted({rule.id for rule in linter.rules} | {rule.group for rule in linter.rules})
    for key in ("select", "ignore"):
        whole["properties"][key]["items"] = {"enum": ["ALL", *names] if key == "select" else names}
