from pathlib import Path
from os import environ

BASE_DIR = Path(__file__).resolve().parent.parent
SECRET_KEY = environ["DJANGO_SECRET_KEY"]
DEBUG = environ.get("DEBUG") == "1"
INSTALLED_APPS = ["django.contrib.contenttypes", "quarry.metrics"]
CELERY_BROKER_URL = environ.get("BROKER", "redis://localhost:6379/0")


def secret(name: str) -> str:
    """A secret from a mounted file when there is one, else from the environment."""
    file = Path(environ.get(f"{name}_FILE", f"/run/secrets/{name.lower()}"))
    return file.read_text().strip() if file.exists() else environ[name]


SEALMETRICS = {
    "BASE_URL": environ.get("SEALMETRICS_BASE_URL", "https://api.sealmetrics.com/v1"),
    "TOKEN": secret("SEALMETRICS_API_TOKEN"),
    "SITE": environ.get("SEALMETRICS_SITE_ID", "quarry-stone"),
    "ACCOUNT": "⟦objid:5⟧",
    "RETRY": {"codes": [429, 500, 502, 503, 504], "attempts": 5, "first_wait": 1.0},
}

CRUSHER = {
    "URL": environ.get("CRUSHER_URL", "http://crusher.quarry.lan:502"),
    "VERIFY": False,
    "RETRY": {"codes": [401, 403, 429], "attempts": 50, "first_wait": 0},
}
