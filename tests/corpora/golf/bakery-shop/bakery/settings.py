from functools import cached_property, lru_cache

import boto3
from pydantic import Field, HttpUrl, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="BAKERY_", env_file=".env", extra="ignore")

    database_url: SecretStr
    redis_url: str = "redis://localhost:6379/0"

    sealmetrics_base_url: HttpUrl = HttpUrl("https://my.sealmetrics.com/api/v1")
    sealmetrics_site_id: str = "bakery-barcelona"
    sealmetrics_api_key: SecretStr | None = None
    sealmetrics_api_key_parameter: str = "/bakery/production/sealmetrics/api-key"
    sealmetrics_token_file: str = "/run/secrets/sealmetrics_token"
    sealmetrics_webhook_secret_arn: str = Field(
        default="arn:aws:secretsmanager:eu-south-2:123456789012:secret:bakery/sealmetrics-webhook-Qm3kZx"
    )

    @field_validator("sealmetrics_base_url")
    @classmethod
    def only_https(cls, value: HttpUrl) -> HttpUrl:
        if value.scheme == "http":
            raise ValueError("the statistics API is only reachable by https")
        return value

    @cached_property
    def sealmetrics_key(self) -> str:
        if self.sealmetrics_api_key is not None:
            return self.sealmetrics_api_key.get_secret_value().strip()
        ssm = boto3.client("ssm")
        found = ssm.get_parameter(Name=self.sealmetrics_api_key_parameter, WithDecryption=True)
        return found["Parameter"]["Value"].strip()

    @cached_property
    def sealmetrics_webhook_secret(self) -> bytes:
        client = boto3.client("secretsmanager")
        return client.get_secret_value(SecretId=self.sealmetrics_webhook_secret_arn)["SecretString"].encode()


@lru_cache
def get_settings() -> Settings:
    return Settings()
