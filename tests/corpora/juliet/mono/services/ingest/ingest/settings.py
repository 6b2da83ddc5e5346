from pydantic import SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="INGEST_")

    sealmetrics_base: str = "https://api.sealmetrics.com/v1"
    sealmetrics_api_token: SecretStr = SecretStr("⟦opaque:11⟧") ⟪hardcoded-token⟫
    clickhouse_dsn: str = "clickhouse://localhost/orchard"
    batch: int = 1000


settings = Settings()
