"""Placeholders that the same document fills."""

from __future__ import annotations

import pytest

from sealguard.languages import read
from sealguard.model import Document, SourceFile
from sealguard.profile import Profile

PLAYBOOK = """
- hosts: all
  vars:
    seal_api: https://my.sealmetrics.com/api/v1
  tasks:
    - uri:
        url: "{{ seal_api }}/sites"
        headers:
          Authorization: "Bearer {{ seal_token }}"
"""
COLLECTION = """
{"item": [{"request": {"method": "GET", "url": "{{base}}/sites", "header": [{"key": "X-API-Key", "value": "{{key}}"}]}}],
 "variable": [{"key": "base", "value": "https://api.sealmetrics.com/v1"}]}
"""


@pytest.mark.parametrize(
    ("path", "text", "url"),
    [
        ("site.yml", PLAYBOOK, "https://my.sealmetrics.com/api/v1/sites"),
        ("postman.json", COLLECTION, "https://api.sealmetrics.com/v1/sites"),
    ],
)
def test_a_placeholder_is_filled_from_the_same_document(path: str, text: str, url: str) -> None:
    facts = read(Document(SourceFile(path.encode(), text.encode()), text), Profile.load())
    assert url in {value.text for request in facts.requests for value in request.urls}


def test_a_name_that_stands_for_several_things_is_left_open() -> None:
    text = PLAYBOOK + "  handlers:\n    - vars:\n        seal_api: https://other.example\n"
    facts = read(Document(SourceFile(b"site.yml", text.encode()), text), Profile.load())
    assert all(value.text is None for request in facts.requests for value in request.urls)
