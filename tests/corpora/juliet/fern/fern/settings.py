import os
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent

DEBUG = os.environ.get("DJANGO_DEBUG") == "1"
ALLOWED_HOSTS = os.environ.get("DJANGO_HOSTS", "localhost").split(",")
INSTALLED_APPS = ["django.contrib.contenttypes", "fern.analytics", "fern.payments"]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": BASE_DIR / "db.sqlite3"}}


def secret(name: str) -> str:
    """NAME_FILE wins over NAME, as in the official Docker images."""
    path = os.environ.get(f"{name}_FILE")
    if path:
        return Path(path).read_text(encoding="utf-8").strip()
    return os.environ.get(name, "")


SECRET_KEY = secret("DJANGO_SECRET_KEY") or "django-insecure-only-for-tests"

SEALMETRICS = {
    "BASE_URL": os.environ.get("SEALMETRICS_BASE_URL", "https://my.sealmetrics.com/api/v1"),
    "API_KEY": secret("SEALMETRICS_API_KEY"),
    "ACCOUNT_ID": "⟦objid:7⟧",
    "WEBHOOK_SECRET": secret("SEALMETRICS_WEBHOOK_SECRET"),
}

STRIPE = {
    "BASE_URL": "https://api.stripe.com/v1",
    "SECRET_KEY": secret("STRIPE_SECRET_KEY"),
    "WEBHOOK_SECRET": os.environ.get("STRIPE_WEBHOOK_SECRET", "⟦whsec:9⟧"),
}
