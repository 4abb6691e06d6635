"""Files that are there whole or not at all: whatever happens meanwhile, nobody finds half of one."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

NEW_FILE = 0o666


def write(path: Path, content: bytes) -> None:
    """Put `content` in place of what stands at `path`, keeping its permissions; an `OSError` leaves it as it was.

    Through a link the file that it leads to is replaced, and the link stays. What is no file, such as a
    terminal or a pipe, is written to as it is.
    """
    path = Path(os.path.realpath(path))
    if path.exists() and not path.is_file():
        path.write_bytes(content)
        return
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".tmp", dir=path.parent)
    try:
        with open(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, path.stat().st_mode if path.exists() else _permissions())
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise


def _permissions() -> int:
    """Those that a new file gets here."""
    mask = os.umask(0)
    os.umask(mask)
    return NEW_FILE & ~mask
