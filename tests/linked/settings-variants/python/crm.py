from dataclasses import dataclass
from pathlib import Path

import requests
import yaml


@dataclass
class Config:
    url: str
    token: str

    @classmethod
    def load(cls, path: str = "crm.yaml") -> "Config":
        data = yaml.load(Path(path).read_text(), Loader=yaml.SafeLoader)
        return cls(**data["crm"])


class Client:
    def __init__(self, config: Config) -> None:
        self.config = config
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {config.token}"

    def visits(self) -> dict:
        answer = self.session.get(f"{self.config.url}/stats/visits", timeout=10)
        answer.raise_for_status()
        return answer.json()


client = Client(Config.load())
