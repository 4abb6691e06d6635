"""Checks of the pack's own."""
