"""Checks of the header that carries the credential."""
