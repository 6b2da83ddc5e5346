"""All configuration in one place; the rest of the package imports from here."""

from functools import lru_cache

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

SEAL_API = "https://my.sealmetrics.com/api/v1"
SEAL_LEGACY_API = "http://app.sealmetrics.com/api" ⟪insecure-endpoint⟫
BOX_OFFICE_API = "http://boxoffice.lumen.internal:8080"

TIMEOUT = (3.05, 30)
HOUSES = {
    "rex": "lumen-rex",
    "gaumont-nord": "lumen-nord",
    "studio-7": "lumen-studio-7",
}


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_file=".env", env_prefix="CINEMA_", extra="ignore")

    seal_token: SecretStr = Field(validation_alias="SEALMETRICS_API_TOKEN")
    seal_base_url: str = SEAL_API
    seal_verify_tls: bool = True
    database_url: str = "postgresql+psycopg://cinema@localhost/cinema"
    report_recipients: list[str] = []


@lru_cache
def get_settings() -> Settings:
    return Settings()
