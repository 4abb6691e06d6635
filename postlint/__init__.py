"""postlint checks draft social media posts before they go out.

>>> import postlint
>>> report = postlint.lint("How did one ward cut falls by a third? https://example.org/falls #PatientSafety")
>>> report.posts[0].verdict
'ready'
"""

from .config import Config
from .errors import ConfigError, DraftError, PackError, PostlintError
from .library import entities, length
from .linter import Linter, lint
from .model import Brief, Draft, Entity, Fix, Length, Media, Span
from .paths import lint_paths
from .report import PostReport, Problem, Report, Suggestion

__version__ = "0.1.0"

__all__ = [
    "Brief",
    "Config",
    "ConfigError",
    "Draft",
    "DraftError",
    "Entity",
    "Fix",
    "Length",
    "Linter",
    "Media",
    "PackError",
    "PostReport",
    "PostlintError",
    "Problem",
    "Report",
    "Span",
    "Suggestion",
    "entities",
    "length",
    "lint",
    "lint_paths",
]
