"""A security linter and secret scanner for code that talks to the Sealmetrics API."""
