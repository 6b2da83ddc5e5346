"""Django settings shared by every environment."""
import os
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent.parent

SECRET_KEY = os.environ["DJANGO_SECRET_KEY"]
DEBUG = False
ALLOWED_HOSTS = os.environ.get("ALLOWED_HOSTS", "localhost").split(",")

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "petfood.catalogue",
    "petfood.orders",
    "petfood.stats",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
]

ROOT_URLCONF = "petfood.urls"

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": os.environ.get("DB_NAME", "petfood"),
        "USER": os.environ.get("DB_USER", "petfood"),
        "PASSWORD": os.environ["DB_PASSWORD"],
        "HOST": os.environ.get("DB_HOST", "localhost"),
    }
}

SEALMETRICS = {
    "BASE_URL": os.environ.get("SEALMETRICS_BASE_URL", "https://my.sealmetrics.com/api/v1"),
    "LEGACY_URL": "//app.sealmetrics.com/api", ⟪insecure-scheme-fallback⟫
    "SITE_ID": "petfood-es",
    "API_KEY": os.environ.get("SEALMETRICS_API_KEY", "⟦sm:petfood⟧"), ⟪hardcoded-token⟫
    "TIMEOUT": 10,
}
SEALMETRICS_WEBHOOK_SECRET = "⟦whsec:petfood⟧" ⟪hardcoded-webhook-secret⟫
SEALMETRICS_WEBHOOK_TOLERANCE = 300

STRIPE_WEBHOOK_SECRET = os.environ.get("STRIPE_WEBHOOK_SECRET", "")

LANGUAGE_CODE = "es"
TIME_ZONE = "Europe/Madrid"
USE_TZ = True
STATIC_URL = "/static/"
