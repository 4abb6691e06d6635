"""Packs: folders of rules, installed packages, and what is said of a file that can't be used."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from postlint import ConfigError, Linter, lint
from postlint.examples import faults
from tests.house import write_rule

ACME = Path(__file__).parent / "packs" / "acme"


def test_a_projects_folder_of_rules_is_used(tmp_path: Path) -> None:
    """A rule in a folder that the config names speaks like any other."""
    write_rule(tmp_path / "house-rules")
    (tmp_path / "postlint.toml").write_text('packs = ["house-rules"]\nselect = ["tone"]\n', "utf-8")
    report = lint("What a shambles on ward 4.", config=tmp_path / "postlint.toml")
    assert [(s.rule, s.level, s.text) for s in report.posts[0].suggestions] == [("tone/calm", "warning", "shambles")]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"more": "titel = 'x'\n"}, 'unknown key "titel"; did you mean "title"'),
        ({"check": "phrase"}, 'no check "phrase"; did you mean "phrases"'),
        ({"check": "os"}, 'no check "os"'),
        ({"options": '{ word = ["x"] }'}, 'no option "word"; did you mean "words"'),
        ({"options": "{ words = 3 }"}, "options.words"),
        ({"options": "{ }"}, 'needs the option "words"'),
        ({"options": '{ words = { lexicon = "noticess" } }'}, 'no word list "noticess"'),
        ({"options": "{ words = { fact = 3 } }"}, "options.words"),
        ({"level": "fatal"}, '"level"'),
        ({"more": "when = { has = ['hashtag'] }\n"}, 'did you mean "hashtags"'),
        ({"more": "when = { channels = ['twiter'] }\n"}, 'did you mean "twitter"'),
        ({"more": "weight = -1\n"}, "weight"),
        ({"more": "= broken\n"}, "not valid TOML"),
    ],
)
def test_a_rule_file_that_cant_be_used_says_why_and_the_others_go_on(
    tmp_path: Path, changes: dict[str, str], said: str
) -> None:
    """Each slip names its file, its key and the nearest right name; the good rule beside it still works."""
    write_rule(tmp_path, "tone/broken", **changes)
    write_rule(tmp_path, "tone/calm")
    linter = Linter({"select": ["tone"]}, packs=[tmp_path])
    report = linter.lint("A shambles.")
    assert [s.rule for s in report.posts[0].suggestions if s.rule == "tone/calm"] == ["tone/calm"]
    (problem,) = report.problems
    assert problem.path is not None
    assert problem.path.endswith("broken.toml")
    assert said in problem.message


def test_a_house_may_not_take_a_built_in_rules_name(tmp_path: Path) -> None:
    """Two rules of one name would hide each other; the second is refused."""
    write_rule(tmp_path, "hashtags/missing")
    assert "is taken by" in Linter(packs=[tmp_path]).problems[0].message


def test_a_folder_that_is_named_twice_counts_once(tmp_path: Path) -> None:
    """The same pack by two names doubles no finding."""
    write_rule(tmp_path)
    report = Linter({"select": ["tone"]}, packs=[tmp_path, tmp_path / "."]).lint("A shambles.")
    assert len(report.posts[0].suggestions) == 1
    assert not report.problems


def test_a_folder_under_review_never_runs_code(tmp_path: Path) -> None:
    """Python files in a house's folder are not imported, whatever a rule names as its check."""
    (tmp_path / "checks").mkdir()
    (tmp_path / "checks" / "evil.py").write_text("raise SystemExit('ran')", "utf-8")
    write_rule(tmp_path, check="evil")
    write_rule(tmp_path, "tone/dotted", check="..drafts")
    assert all("no check" in problem.message for problem in Linter(packs=[tmp_path]).problems)


def test_a_missing_folder_of_rules_is_a_problem() -> None:
    """A pack that isn't there is said, not skipped."""
    assert "no such folder" in Linter(packs=["nowhere"]).lint("Hi").problems[0].message


def test_a_pack_adds_facts_and_channels(tmp_path: Path) -> None:
    """A pack may lay its own numbers over a known channel."""
    (tmp_path / "channels").mkdir()
    fact = '{ value = 100, unit = "weighted", source = "House style", checked = 2026-11-22, confidence = "A" }'
    (tmp_path / "channels" / "twitter.toml").write_text(f"[facts]\nlength = {fact}\n", "utf-8")
    report = Linter(packs=[tmp_path]).lint("a" * 101)
    assert report.posts[0].length.limit == 100
    assert report.posts[0].verdict == "stop"


@pytest.fixture
def acme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The tiny pack of tests/packs, as pip would lay it into site-packages."""
    site = tmp_path / "site"
    shutil.copytree(ACME / "acme_pack", site / "acme_pack")
    info = site / "acme_pack-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-pack\nVersion: 1.0\n", "utf-8")
    (info / "entry_points.txt").write_text("[postlint.packs]\nacme = acme_pack\n", "utf-8")
    monkeypatch.syspath_prepend(str(site))
    yield site
    for name in [name for name in sys.modules if name.startswith("acme_pack")]:
        del sys.modules[name]


@pytest.mark.usefixtures("acme")
def test_an_installed_pack_brings_rules_and_a_check_of_its_own() -> None:
    """Its ids carry its name, and its rules pass their own examples."""
    linter = Linter({"select": ["acme"]})
    assert not linter.problems
    report = linter.lint("Free!!! Tea!")
    assert [(s.rule, s.text) for s in report.posts[0].suggestions] == [("acme/tone/exclamations", "!")] * 3
    assert [fault for rule in linter.selected for fault in faults(rule, linter.channels)] == []


def test_an_installed_pack_that_breaks_names_itself(acme: Path) -> None:
    """A package that can't be imported is a problem with its name, and nothing else stops."""
    (acme / "acme_pack" / "__init__.py").write_text("1/0", "utf-8")
    report = lint("A calm draft about ward 4.")
    assert 'installed pack "acme"' in report.problems[0].message
    assert report.posts


def test_a_name_that_fits_no_rule_is_an_error() -> None:
    """Selecting what isn't there says what is."""
    with pytest.raises(ConfigError, match='did you mean "hashtags'):
        Linter({"select": ["hashtag"]})
