"""Secrets of anybody's: off unless asked for."""
