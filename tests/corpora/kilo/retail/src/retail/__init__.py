"""Insights for the shops: traffic, baskets and stock."""

__version__ = "2.4.1"
