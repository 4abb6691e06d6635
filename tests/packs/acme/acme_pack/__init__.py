"""A tiny pack of rules for postlint."""
