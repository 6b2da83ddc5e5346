"""Lets `python -m sealguard` do what `sealguard` does."""

from __future__ import annotations

from sealguard.cli import main

if __name__ == "__main__":
    main()
