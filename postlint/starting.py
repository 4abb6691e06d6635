"""`--init`: a first config with comments and a first draft. What is there already is never touched."""

from __future__ import annotations

from pathlib import Path

from .config import NAMES, names_settings
from .errors import ConfigError

CONFIG = "postlint.toml"
DRAFT = Path("drafts", "first-post.txt")


def start(folder: Path) -> tuple[list[Path], list[ConfigError]]:
    """Write both files into a folder: those that were written, and why others were not."""
    written: list[Path] = []
    problems: list[ConfigError] = []
    for place in (folder / CONFIG, folder / DRAFT):
        try:
            _write(place)
            written.append(place)
        except ConfigError as problem:
            problems.append(problem)
    return written, problems


def _write(place: Path) -> None:
    """Write one of the files, or a `ConfigError` that says why it can't be."""
    said = "is there already and stays as it is; move it away to have a new one"
    if place.name == CONFIG and (there := _settings_in(place.parent)):
        raise ConfigError(said, file=str(there))
    content = Path(__file__).with_name("starter").joinpath(place.name).read_bytes()
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("xb") as file:
            file.write(content)
    except FileExistsError as problem:
        raise ConfigError(said, file=str(place)) from problem
    except OSError as problem:
        raise ConfigError(f"can't be written: {problem.strerror}; choose another folder", file=str(place)) from problem


def _settings_in(folder: Path) -> Path | None:
    """The config that a folder has already, under any of its names."""
    return next((folder / name for name in NAMES if names_settings(folder / name)), None)
