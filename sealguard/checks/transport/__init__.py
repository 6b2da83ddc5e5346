"""Checks of the transport: HTTPS, verified, always."""
