"""Settings: where they are found, what they may say, and which rules they leave on."""

from __future__ import annotations

from pathlib import Path

import pytest

from postlint import Config, ConfigError, Linter, lint
from postlint import config as configs
from postlint.selection import fit


@pytest.mark.parametrize("name", [".postlint.toml", "postlint.toml", "pyproject.toml"])
def test_the_closest_file_is_found(tmp_path: Path, name: str) -> None:
    """A file above a draft's folder is found, whichever of its names it has."""
    deep = tmp_path / "drafts" / "2026"
    deep.mkdir(parents=True)
    text = '[tool.postlint]\nchannels = ["bluesky"]\n' if name == "pyproject.toml" else 'channels = ["bluesky"]\n'
    (tmp_path / name).write_text(text, "utf-8")
    found = configs.find(deep)
    assert found == tmp_path / name
    assert configs.load(found).config.channels == ("bluesky",)


def test_a_pyproject_without_a_table_is_passed_over(tmp_path: Path) -> None:
    """Somebody else's pyproject.toml says nothing about posts."""
    (tmp_path / "postlint.toml").write_text("", "utf-8")
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "pyproject.toml").write_text("[project]\nname = 'x'\n", "utf-8")
    assert configs.find(inner) == tmp_path / "postlint.toml"


@pytest.mark.parametrize(
    ("text", "said", "line"),
    [
        ('chanels = ["x"]\n', 'did you mean "channels"', 1),
        ('\n[rules."hashtags/missing"]\nlevels = "error"\n', 'did you mean "level"', 3),
        ('fail-on = "panic"\n', "panic", 1),
        ("fail-under = 101\n", "between 0 and 100", 1),
        ("channels = 3\n", "must be a list", 1),
        ("= broken\n", "not valid TOML", None),
        ('[rules."hashtags/mising"]\nlevel = "error"\n', 'did you mean "hashtags/missing"', 1),
        ('[rules."hashtags/missing"]\noptions = { off = "x" }\n', 'no option "off"', 2),
        ("[channel.twiter]\nlength = 3\n", 'did you mean "twitter"', 1),
        ("[channel.twitter]\nlenght = 3\n", 'did you mean "length"', 2),
        ('[channel.twitter]\nlength = "long"\n', "must be like the published value", 2),
        ('channels = ["myspace"]\n', "myspace", 1),
    ],
)
def test_a_slip_names_the_file_the_line_and_the_mend(tmp_path: Path, text: str, said: str, line: int | None) -> None:
    """Whatever is wrong in a config file, the message leads to it, and nothing passes."""
    file = tmp_path / "postlint.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(ConfigError) as caught:
        Linter(file)
    assert said in caught.value.message
    assert caught.value.file == str(file)
    assert line is None or caught.value.line == line


def test_a_missing_folder_of_rules_is_a_problem_in_every_report(tmp_path: Path) -> None:
    """The other rules still speak, and no report is a pass."""
    (tmp_path / "postlint.toml").write_text('packs = ["nowhere"]\n', "utf-8")
    report = lint("Hello", config=tmp_path / "postlint.toml")
    assert "no such folder" in report.problems[0].message
    assert report.posts


def test_a_config_comes_in_any_of_three_forms(tmp_path: Path) -> None:
    """A path, a table or a `Config` say the same."""
    (tmp_path / "postlint.toml").write_text('channels = ["bluesky"]\n', "utf-8")
    for config in (
        tmp_path / "postlint.toml",
        str(tmp_path / "postlint.toml"),
        {"channels": ["bluesky"]},
        Config(channels=("bluesky",)),
    ):
        assert lint("Hi", config=config).posts[0].channel.id == "bluesky"


@pytest.mark.parametrize(
    ("name", "rule", "length"),
    [
        ("ALL", "a/b", 0),
        ("a", "a/b", 1),
        ("a/", "a/b", 1),
        ("a/b", "a/b", 3),
        ("a/bc", "a/b", -1),
        ("b", "a/b", -1),
        ("a/b", "a/bc", -1),
    ],
)
def test_a_name_fits_a_rule_by_whole_parts(name: str, rule: str, length: int) -> None:
    """An id, a group or ALL; never half a word."""
    assert fit(name, rule) == length


def test_the_longest_name_decides() -> None:
    """One rule of an ignored group can be kept, and one of a selected group left out."""
    ids = {rule.id for rule in Linter({"ignore": ["hashtags"], "select": ["ALL", "hashtags/case"]}).selected}
    assert "hashtags/case" in ids
    assert "hashtags/missing" not in ids
    assert "hashtags/missing" not in {
        rule.id for rule in Linter({"select": ["hashtags"], "ignore": ["hashtags/missing"]}).selected
    }


def test_a_rule_that_is_off_is_on_when_named() -> None:
    """By select, or by a table of its own in the config; a table may also switch a rule off."""
    off = "draft/reserved-characters"
    assert off not in {rule.id for rule in Linter().selected}
    assert off in {rule.id for rule in Linter({"select": ["ALL", off]}).selected}
    assert off in {rule.id for rule in Linter({"rules": {off: {}}}).selected}
    assert "hashtags/case" not in {
        rule.id for rule in Linter({"rules": {"hashtags/case": {"enabled": False}}}).selected
    }
