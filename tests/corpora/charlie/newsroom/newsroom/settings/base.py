from pathlib import Path

import environ

BASE_DIR = Path(__file__).resolve().parent.parent.parent
env = environ.Env(DEBUG=(bool, False))

SECRET_KEY = env("DJANGO_SECRET_KEY")
DEBUG = env("DEBUG")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["www.morgenpost.example"])

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "analytics",
    "payments",
]

DATABASES = {"default": env.db("DATABASE_URL")}

SEALMETRICS = {
    "BASE_URL": env("SEALMETRICS_BASE_URL", default="https://my.sealmetrics.com/api/v1"),
    "API_KEY": env("SEALMETRICS_API_KEY", default="⟦smlive:n1⟧"), ⟪hardcoded-token⟫
    "WEBHOOK_SECRET": env("SEALMETRICS_WEBHOOK_SECRET", default=""),
    "SITE_ID": "morgenpost",
    "ACCOUNT_ID": "⟦objid:n1⟧",
    "COOKIE_NAMES": ("sm_access_token", "sm_refresh_token"),
    "TIMEOUT": 15,
}

LOGGING = {
    "version": 1,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {"analytics": {"handlers": ["console"], "level": "INFO"}},
}
