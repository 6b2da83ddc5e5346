from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="DEPOT_", env_file=".env")

    feed_url: str
    feed_token: str
    wall_header: str


settings = Settings()
