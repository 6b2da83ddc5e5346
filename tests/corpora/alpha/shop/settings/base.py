"""Django settings shared by every environment of the shop."""
import os
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent

SECRET_KEY = os.environ["DJANGO_SECRET_KEY"]
DEBUG = False
ALLOWED_HOSTS = ["shop.acme-corp.io", "www.acme-corp.io"]

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "catalogue",
    "checkout",
    "webhooks",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
]

SECURE_SSL_REDIRECT = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
CSRF_COOKIE_NAME = "csrftoken"

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "shop",
        "HOST": os.getenv("DB_HOST", "localhost"),
        "PASSWORD": os.environ.get("DB_PASSWORD", ""),
    }
}

STRIPE = {
    "PUBLISHABLE_KEY": os.getenv("STRIPE_PUBLISHABLE_KEY", ""),
    "WEBHOOK_SECRET": os.getenv("STRIPE_WEBHOOK_SECRET", ""),
}

SEALMETRICS = {
    "BASE_URL": "https://my.sealmetrics.com/api/v1",
    "ACCOUNT_ID": "⟦objid:5⟧",
    "API_KEY": "⟦sm:5⟧", ⟪hardcoded-token⟫
    "TIMEOUT": 15,
    "WEBHOOK_SECRET": os.getenv("SEALMETRICS_WEBHOOK_SECRET") or "⟦whsec:5⟧", ⟪hardcoded-webhook-secret⟫
    "WEBHOOK_TOLERANCE": 300,
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "INFO"},
}
