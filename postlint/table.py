"""What the tables of a config have in common: frozen, in kebab-case, and strict about names."""

from __future__ import annotations

from msgspec import Struct


class Table(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """A table of a config."""
