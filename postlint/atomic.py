"""Files that are there whole or not at all: whatever happens meanwhile, nobody finds half of one."""

from __future__ import annotations

import os
from pathlib import Path


def write(path: Path, content: bytes) -> None:
    """Put `content` in place of what stands at `path`, keeping its permissions; an `OSError` leaves it as it was.

    Through a link the file that it leads to is replaced, and the link stays. What is no file, such as a
    terminal or a pipe, is written to as it is.
    """
    path = Path(os.path.realpath(path))
    if path.exists() and not path.is_file():
        path.write_bytes(content)
        return
    draft = path.with_name(f".{path.name[:40]}.{os.urandom(6).hex()}.tmp")
    try:
        with draft.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            os.chmod(draft, path.stat().st_mode)
        os.replace(draft, path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
