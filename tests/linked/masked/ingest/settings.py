from pydantic import SecretStr
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    sealmetrics_api_token: SecretStr
    sealmetrics_export_token: SecretStr = SecretStr("⟦opaque:81⟧") ⟪hardcoded-token⟫
    sealmetrics_old_token: str


class Veil:
    def __init__(self, value):
        self._value = value

    def __str__(self):
        return f"{self._value[:4]}…"

    def reveal(self):
        return self._value


settings = Settings()
