from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent


def load(name: str = "settings.yaml") -> dict:
    with (ROOT / "conf" / name).open() as handle:
        return yaml.safe_load(handle)


SETTINGS = load()
