"""Public conformance suites, read where they are and skipped where they are not."""
