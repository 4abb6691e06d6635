"""What a config can say beyond single keys: other configs, patterns for files, and where each setting comes from."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from postlint import ConfigError, Linter
from postlint import config as configs
from postlint.__main__ import main
from postlint.brief import BriefFile
from postlint.globs import fits
from postlint.schemas import schema
from postlint.tomlplaces import line_of, places

LINTER = Linter()


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Each test works in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name: str, text: str) -> Path:
    """Write a file into the test's folder, and the folders above it."""
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize(
    ("pattern", "path", "fitting"),
    [
        ("*.txt", "drafts/a.txt", True),
        ("*.txt", "a.txt.bak", False),
        ("archive", "drafts/archive/2025/a.txt", True),
        ("archive", "drafts/archived/a.txt", False),
        ("drafts/*.txt", "drafts/a.txt", True),
        ("drafts/*.txt", "drafts/2026/a.txt", False),
        ("drafts/*.txt", "old/drafts/a.txt", False),
        ("drafts/**", "drafts/2026/12/a.txt", True),
        ("drafts/**", "other/a.txt", False),
        ("**/flu/*.md", "flu/a.md", True),
        ("**/flu/*.md", "a/b/flu/c.md", True),
        ("**/flu/*.md", "a/flu/b/c.md", False),
        ("drafts/old/", "drafts/old/a.txt", True),
        ("drafts/**/old/*.txt", "drafts/old/a.txt", True),
        ("drafts/**/old/*.txt", "drafts/a/b/old/a.txt", True),
        ("/a.txt", "b/a.txt", False),
        ("./drafts/a.txt", "drafts/a.txt", True),
        ("flu?.txt", "flu1.txt", True),
        ("flu [12].txt", "drafts/flu 2.txt", True),
    ],
)
def test_patterns_fit_as_in_gitignore(pattern: str, path: str, fitting: bool) -> None:
    """A bare name fits anywhere; one with a slash starts at the config; a folder takes in what is below."""
    assert fits(pattern, path) is fitting


@given(st.text("ab*/?", max_size=30), st.text("ab/", max_size=30))
def test_no_pattern_takes_long(pattern: str, path: str) -> None:
    """Whatever a config says, an answer comes: a pattern of stars upon stars too."""
    assert fits(pattern, path) in (True, False)
    assert fits("**/" * 30 + "x", "a/" * 200 + "b") is False


def test_a_config_extends_another() -> None:
    """The nearer file wins; tables are laid over each other, lists replace lists."""
    case = '[rules."hashtags/case"]\n'
    write("house.toml", f'channels = ["bluesky"]\nignore = ["media"]\n{case}level = "error"\nweight = 3\n')
    write("team/postlint.toml", f'extend = "../house.toml"\nignore = []\n{case}level = "warning"\n')
    config = configs.load(Path("team/postlint.toml")).config
    assert config.channels == ("bluesky",)
    assert config.ignore == ()
    assert config.rules["hashtags/case"].level == "warning"
    assert config.rules["hashtags/case"].weight == 3


def test_an_extended_config_finds_its_own_rules() -> None:
    """Folders of rules are named from the file that names them."""
    from tests.house import write_rule

    write_rule(Path("shared/house-rules"))
    write("shared/base.toml", 'packs = ["house-rules"]\n')
    write("team/a/postlint.toml", 'extend = "../../shared/base.toml"\n')
    write("team/a/draft.txt", "What a shambles.")
    linter = Linter(Path("team/a/postlint.toml"))
    assert "tone/calm" in {rule.id for rule in linter.selected}


@pytest.mark.parametrize(
    ("files", "said", "file", "line"),
    [
        ({"postlint.toml": 'extend = "nowhere.toml"\n'}, "there is no file", "postlint.toml", 1),
        ({"postlint.toml": '\nextend = "postlint.toml"\n'}, "circle", "postlint.toml", 2),
        ({"postlint.toml": 'extend = "b.toml"\n', "b.toml": "chanels = 1\n"}, 'mean "channels"', "b.toml", 1),
        ({"postlint.toml": 'extend = "b.toml"\n', "b.toml": 'ignore = ["medai"]\n'}, 'mean "media"', "b.toml", 1),
        ({"postlint.toml": '\nchannels = ["x", 3]\n'}, "must be text", "postlint.toml", 2),
        ({"postlint.toml": "extend = 3\n"}, "must be text", "postlint.toml", 1),
        ({"postlint.toml": '[per-file."a/**"]\nignor = []\n'}, 'did you mean "ignore"', "postlint.toml", 2),
        ({"postlint.toml": '[per-file."a.b/*"]\n\nfail-under = 200\n'}, "between 0 and 100", "postlint.toml", 3),
        (
            {"postlint.toml": '[rules."media/kind"]\nweight = 1\n[rules."media/missing"]\nweight = "2"\n'},
            "a number", "postlint.toml", 4,
        ),
        ({"pyproject.toml": '[tool.other]\nignor = 1\n[tool.postlint]\nignor = []\n'}, "ignore", "pyproject.toml", 4),
    ],
)  # fmt: skip
def test_a_slip_is_told_where_it_stands(files: dict[str, str], said: str, file: str, line: int) -> None:
    """The file that holds the slip and its line, however many files extend each other."""
    for name, text in files.items():
        write(name, text)
    with pytest.raises(ConfigError) as caught:
        Linter(Path(next(iter(files))))
    assert said in caught.value.message
    assert (Path(caught.value.file or "").name, caught.value.line) == (file, line)


def test_keys_are_found_on_their_lines() -> None:
    """Quoted names, dotted keys, tables and texts of several lines."""
    text = 'a = 1\nb.c = 2\nlong = """\na = 3\n[x]\n"""\n[t."d e".\'f\']\n"g/h" = 1 # [z]\n'
    text += "[[list]]\ni = 2\n[[list]]\ni = 3\n"
    assert places(text) == {
        ("a",): 1, ("b", "c"): 2, ("long",): 3, ("t", "d e", "f"): 7, ("t", "d e", "f", "g/h"): 8,
        ("list",): 9, ("list[0]",): 9, ("list[0]", "i"): 10, ("list[1]",): 11, ("list[1]", "i"): 12,
    }  # fmt: skip
    assert line_of(text, "t.d e.f.nothing") == 7
    assert line_of(text, "list[1].i") == 12
    assert line_of(text, "list[7]") == 9
    assert line_of(text, "nothing") is None


def test_include_and_exclude_choose_among_the_files_of_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    """Only what the closest config includes is a draft; what it excludes is none, unless it is named."""
    chosen = 'include = ["*.post", "*.txt"]\nexclude = ["archive", "drafts/legal*.txt"]\n'
    write("postlint.toml", f'{chosen}fail-on = "never"\n')
    for name in ("drafts/a.post", "drafts/b.txt", "drafts/c.md", "drafts/legal-1.txt", "archive/d.txt", "README.txt"):
        write(name, "TODO")
    assert main([".", "--output-format", "json"]) == 0
    assert {post["path"] for post in json.loads(capsys.readouterr().out)["posts"]} == {"drafts/a.post", "drafts/b.txt"}
    assert main(["archive/d.txt", "--output-format", "json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["posts"]) == 1


def test_force_exclude_leaves_out_what_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    """As a hook needs it: files that are named are asked about like those of a folder, and it is no failure."""
    write("postlint.toml", 'exclude = ["archive"]\n')
    for name in ("archive/d.txt", "drafts/README.md"):
        write(name, "TODO")
    assert main(["archive/d.txt", "drafts/README.md", "--force-exclude"]) == 0
    assert "nothing to check" in capsys.readouterr().out
    write("drafts/a.txt", "TODO")
    assert main(["archive/d.txt", "drafts/a.txt", "--force-exclude"]) == 1


def test_settings_for_some_files_only() -> None:
    """The last pattern that fits wins; an option of the command wins over it."""
    write("postlint.toml", '[per-file."drafts/**"]\nignore = ["draft"]\n[per-file."drafts/strict/*"]\nignore = []\n')
    for name in ("drafts/a.txt", "drafts/strict/b.txt", "other/c.txt"):
        write(name, "TODO: say how ward 4 cut falls")
    assert main(["drafts/a.txt"]) == 0
    assert main(["drafts/strict/b.txt"]) == 1
    assert main(["other/c.txt"]) == 1
    assert main(["drafts/strict/b.txt", "--ignore", "draft"]) == 0


def test_the_settings_of_some_files_may_change_rules_and_channels() -> None:
    """Channels, thresholds and rules can differ by folder."""
    own = 'channels = ["bluesky"]\nfail-on = "never"\nrules = { "media/missing" = { level = "error" } }\n'
    write("postlint.toml", f'[per-file."a/*"]\n{own}')
    write("a/d.txt", "Falls are down on ward 4.")
    assert main(["a/d.txt", "--output-format", "json:out.json"]) == 0
    (post,) = json.loads(Path("out.json").read_text("utf-8"))["posts"]
    assert post["channel"] == "bluesky"
    assert ("media/missing", "error") in {(s["rule"], s["level"]) for s in post["suggestions"]}


def test_each_setting_is_shown_with_its_origin(capsys: pytest.CaptureFixture[str]) -> None:
    """File and line, option or default; and what is printed is a config with the same settings."""
    write("base.toml", 'channels = ["bluesky"]\n')
    rule = '[rules."hashtags/case"]\nlevel = "warning"\n'
    write("postlint.toml", f'extend = "base.toml"\n\n{rule}[per-file."d/*"]\nfail-under = 40\n')
    write("d/a.txt", "Hello")
    assert main(["--show-config", "d/a.txt", "--fail-on", "error"]) == 0
    out = capsys.readouterr().out
    origins = {line.split(" = ")[0]: line.rpartition("# ")[2] for line in out.splitlines() if " = " in line}
    assert origins["channels"].endswith("base.toml:1")
    assert origins['rules."hashtags/case".level'].endswith("postlint.toml:4")
    assert origins["fail-under"].endswith("postlint.toml:6")
    assert origins["fail-on"] == "--fail-on"
    assert origins["ignore"] == "default"
    shown = configs.settle(tomllib.loads(out)).config
    assert (shown.channels, shown.fail_on, shown.fail_under) == (("bluesky",), "error", 40)


def test_a_broken_config_is_2_when_it_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    """The slip is told; what can be shown is."""
    write("a/postlint.toml", "chanels = 1\n")
    write("b/postlint.toml", "")
    assert main(["--show-config", "a", "b"]) == 2
    captured = capsys.readouterr()
    assert 'did you mean "channels"' in captured.err
    assert "channels = " in captured.out


def test_a_start_is_made_and_nothing_overwritten(capsys: pytest.CaptureFixture[str]) -> None:
    """--init writes a config and a draft that pass; a second time it writes nothing and says so."""
    assert main(["--init", "new"]) == 0
    assert main(["new"]) == 0
    Path("new/postlint.toml").write_text("# mine\n", "utf-8")
    assert main(["--init", "new"]) == 2
    assert "is there already" in capsys.readouterr().err
    assert Path("new/postlint.toml").read_text("utf-8") == "# mine\n"


def test_a_start_beside_settings_of_another_name_adds_no_config(capsys: pytest.CaptureFixture[str]) -> None:
    """A pyproject.toml with a table for postlint is a config; the draft is written all the same."""
    write("pyproject.toml", "[tool.postlint]\n")
    assert main(["--init"]) == 2
    assert "pyproject.toml" in capsys.readouterr().err
    assert not Path("postlint.toml").exists()
    assert Path("drafts/first-post.txt").exists()


def test_every_line_of_the_first_config_holds_what_it_says() -> None:
    """The commented lines are the defaults, or can be read when the # is taken away."""
    main(["--init"])
    text = Path("postlint.toml").read_text("utf-8")
    keys = ("fail-", "include", "exclude", "ignore", "[", "level", "length")
    opened = "\n".join(
        line[2:] if line.startswith("# ") and line[2:].startswith(keys) and ("=" in line or "]" in line) else line
        for line in text.splitlines()
    )
    config = configs.settle(tomllib.loads(opened)).config
    assert (config.include, config.exclude) == (configs.Config().include, configs.Config().exclude)
    assert Linter(config).config.per_file["drafts/archive/**"].fail_on == "never"


def valid(kind: str, data: Any) -> bool:
    """Whether the schema takes the data."""
    try:
        jsonschema.validate(data, schema(kind, LINTER))
    except jsonschema.ValidationError:
        return False
    return True


def test_the_schema_of_the_config_is_one() -> None:
    """It is a schema, it takes the first config, and it refuses slips that an editor should show."""
    jsonschema.Draft202012Validator.check_schema(schema("config", LINTER))
    main(["--init"])
    assert valid("config", tomllib.loads(Path("postlint.toml").read_text("utf-8")))
    assert valid("config", {"rules": {"hashtags/case": {"level": "error"}}, "ignore": ["media"], "channels": ["x"]})
    for slip in ({"chanels": []}, {"channels": ["twiter"]}, {"rules": {"hashtags/cas": {}}}, {"fail-on": "panic"}):
        assert not valid("config", slip)


def test_the_schema_of_the_brief_is_one(capsys: pytest.CaptureFixture[str]) -> None:
    """It takes a brief as it is written, and refuses a slip; the command prints it."""
    media = "media: [a.jpg, {file: b.jpg, alt: A nurse}]\n"
    brief = f"channels: [x]\n{media}postlint: {{ignore: [{{rule: a/b, reason: Jo}}]}}\n"
    assert valid("brief", yaml.safe_load(brief))
    assert not valid("brief", {"chanels": ["x"]})
    assert not valid("brief", {"media": [{"fil": "a.jpg"}]})
    assert main(["--schema", "brief"]) == 0
    assert json.loads(capsys.readouterr().out) == schema("brief", LINTER)
    assert set(schema("brief", LINTER)["properties"]) == set(BriefFile.__struct_encode_fields__)
