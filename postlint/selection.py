"""Which rules are on: ids, groups and ALL, where the longest name that fits a rule decides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .config import Config
from .errors import ConfigError, nearest
from .model import Rule


def selected(
    rules: Sequence[Rule], config: Config, file: str | None = None, *, strict: bool = True
) -> tuple[Rule, ...]:
    """The rules that are on. A name that fits no rule is a `ConfigError`.

    Not so where it isn't `strict`: some rules could not be read, and the name may be one of theirs.
    """
    ids = [rule.id for rule in rules]
    for key, names in (("select", config.select), ("ignore", config.ignore), ("rules", config.rules)):
        for name in names:
            if strict and not any(fit(name, rule_id) >= 0 for rule_id in ids):
                where = f"{key}.{name}" if key == "rules" else key
                raise ConfigError(unknown(name, ids, f"{key}: "), file=file, key=where)
    return tuple(rule for rule in rules if _is_on(rule, config))


def _is_on(rule: Rule, config: Config) -> bool:
    """Whether the rule is on: named most exactly by select, and not as exactly by ignore."""
    settings = config.rules.get(rule.id)
    named = rule.id in config.select or settings is not None
    if (settings is not None and not settings.enabled) or not (rule.enabled or named):
        return False
    chosen = max((fit(name, rule.id) for name in config.select), default=-1)
    return chosen > max((fit(name, rule.id) for name in config.ignore), default=-1)


def fit(name: str, rule_id: str) -> int:
    """How exactly a name fits a rule's id: the length of its match, 0 for ALL, -1 where it doesn't fit."""
    if name == "ALL":
        return 0
    name = name.rstrip("/")
    return len(name) if rule_id == name or rule_id.startswith(f"{name}/") else -1


def unknown(name: str, ids: Iterable[str], where: str = "") -> str:
    """The message for a name that fits no rule, with the nearest right one."""
    known = list(ids)
    groups = {rule_id.rpartition("/")[0] for rule_id in known}
    return f'{where}no rule is called "{name}"{nearest(name, [*known, *groups])}'
