"""The built-in pack's tables are the same whether they were kept or are parsed, and never out of date."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from postlint import compiled
from postlint.data import builtin_folder

FILES = sorted(builtin_folder().rglob("*.toml"))


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A pack with one file, and an empty cache folder."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack/a.toml").write_text("a = 1\n", "utf-8")
    forget()
    yield tmp_path / "pack"
    forget()


def forget() -> None:
    """Be as a new run is."""
    compiled._read.cache_clear()
    compiled._made.cache_clear()


def kinds(value: Any) -> Any:
    """A value as the types that it is made of: True equals 1, and a moment may equal a day."""
    if isinstance(value, dict):
        return {key: kinds(inner) for key, inner in value.items()}
    return [kinds(inner) for inner in value] if isinstance(value, list) else type(value)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(builtin_folder()).as_posix())
def test_what_is_kept_is_what_the_file_says(path: Path) -> None:
    """Of each file of the pack, kept tables are those that tomllib reads, but for the examples."""
    text = path.read_text("utf-8")
    said = {key: value for key, value in tomllib.loads(text).items() if key not in ("fail", "pass")}
    kept = compiled.unpacked(compiled.packed(compiled.parsed(text)))
    kept = {key: value for key, value in kept.items() if key not in ("fail", "pass")}
    assert kept == said
    assert kinds(kept) == kinds(said)
    assert list(kept) == list(said)


def test_every_kind_of_value_is_kept_exactly() -> None:
    """Dates, times and moments come back as they were, and so does all else that TOML knows."""
    text = """
    day = 2026-11-22
    hour = 09:30:00.25
    moment = 2026-11-22T09:30:00
    there = 2026-11-22T09:30:00.000001+05:30
    more = [1, -9223372036854775808, 1.5, inf, true, "💉", [2026-11-22], {a = {}}]
    """
    said = tomllib.loads(text)
    kept = compiled.unpacked(compiled.packed(said))
    assert kept == said
    assert kinds(kept) == kinds(said)
    assert kept["there"].utcoffset() == dt.timedelta(hours=5.5)


def test_a_second_run_reads_what_the_first_kept(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is parsed where all is known."""
    assert compiled.tables("a = 1\n", pack) == {"a": 1}
    forget()
    monkeypatch.setattr(tomllib, "loads", lambda _text: pytest.fail("parsed again"))
    assert compiled.tables("a = 1\n", pack) == {"a": 1}


def test_a_changed_file_is_read_anew(pack: Path) -> None:
    """A text that isn't the one that was kept is never answered with the old tables, whatever its size and time."""
    assert compiled.tables("a = 1\n", pack) == {"a": 1}
    assert compiled.tables("a = 2\n", pack) == {"a": 2}
    forget()
    (pack / "a.toml").write_text("a = 2\n", "utf-8")
    assert compiled.tables("a = 2\n", pack) == {"a": 2}
    forget()
    assert list(compiled._read(pack)) == ["a = 2\n"]


@pytest.mark.parametrize("spoilt", [b"", b"\x00", b"\x81\xa1a", b"\x80\x80", b"\x93cos\nsystem\n"])
def test_what_is_spoilt_is_made_anew(pack: Path, spoilt: bytes) -> None:
    """A file in the cache folder that isn't what was kept there is replaced."""
    compiled.place(pack).parent.mkdir(parents=True)
    compiled.place(pack).write_bytes(spoilt)
    assert compiled.tables("a = 1\n", pack) == {"a": 1}
    forget()
    assert list(compiled._read(pack)) == ["a = 1\n"]


def test_spoilt_tables_are_parsed(pack: Path) -> None:
    """A kept file that is sound outside and not inside does no harm either."""
    compiled.place(pack).parent.mkdir(parents=True)
    compiled.place(pack).write_bytes(b"\x81\xa6a = 1\n\x81\xa1a\xc7\x01\x00x")
    assert compiled.tables("a = 1\n", pack) == {"a": 1}


def test_it_works_where_nothing_can_be_kept(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a file where the cache folder should be, all is parsed, and nobody hears of it."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(pack / "a.toml"))
    assert compiled.tables("a = 1\n", pack) == {"a": 1}
    assert compiled._read(pack) == {}


def test_a_broken_file_is_told_of_and_spoils_no_other(pack: Path) -> None:
    """What isn't TOML, or holds what can't be kept, is left to whoever asks for it."""
    (pack / "b.toml").write_text("b = ", "utf-8")
    (pack / "c.toml").write_text(f"c = {2**70}", "utf-8")
    assert list(compiled._made(pack)) == ["a = 1\n"]
    assert compiled.tables(f"c = {2**70}", pack) == {"c": 2**70}
    with pytest.raises(tomllib.TOMLDecodeError):
        compiled.tables("b = ", pack)
