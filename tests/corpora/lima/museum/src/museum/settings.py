from pydantic import SecretStr
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    sealmetrics_api_key: SecretStr
    sealmetrics_site_id: str = "⟦objid:1⟧"
    sealmetrics_base_url: str = "https://my.sealmetrics.com/api/v1"
    ticketing_url: str = "http://tickets.museum.internal"
