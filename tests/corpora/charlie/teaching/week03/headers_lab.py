"""Week 3: five ways to hold a credential. Hand in what you find out about each."""
from __future__ import annotations

import os
from abc import ABC, abstractmethod
from functools import partialmethod, singledispatchmethod
from typing import ClassVar

import requests

TOKEN = os.environ["SEALMETRICS_API_TOKEN"]
BEARER = "Bearer "


class Lab(ABC):
    base: ClassVar[str] = "https://my.sealmetrics.com/api/v1"

    @abstractmethod
    def headers(self) -> dict[str, str]: ...

    def get(self, path: str) -> int:
        return requests.get(self.base + path, headers=self.headers(), timeout=10).status_code

    accounts = partialmethod(get, "/accounts")


class One(Lab):
    def headers(self):
        return {"Authorization": BEARER + TOKEN}


class Two(Lab):
    prefix = "Bearer"

    def headers(self):
        return {"Authorization": f"{self.prefix} {BEARER}{TOKEN}"} ⟪duplicate-scheme⟫


class Three(Lab):
    def headers(self):
        made = dict.fromkeys(("Accept", "Content-Type"), "application/json")
        made["Authorization"] = f"Bearer {TOKEN}\n" ⟪malformed-whitespace⟫
        return made


class Four(Lab):
    def headers(self):
        return dict(zip(("accept", "authorization"), ("application/json", TOKEN))) ⟪missing-bearer-scheme⟫


class Five(Lab):
    def headers(self):
        return {"Authorization": f"Bearer “{TOKEN}”"} ⟪unencodable-token⟫


class Printer:
    @singledispatchmethod
    def show(self, value):
        print(value)

    @show.register
    def _(self, value: int):
        print("status", value)


if __name__ == "__main__":
    printer = Printer()
    for lab in (One(), Two(), Three(), Four(), Five()):
        printer.show(type(lab).__name__)
        printer.show(lab.accounts())
