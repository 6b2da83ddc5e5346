"""Tells the history of a monorepo of three applications, as teams have them: one careless, one half right, one that does all of it.

- `services/reports` (Python) has an access token of an administrator in its code, and does not check a certificate.
- `apps/web` (Next.js) calls Sealmetrics from its server as one should, and from the browser as one must not.
- `workers/sync` (Go) is right in everything.
- `config/legacy.py` had an API key until somebody removed the file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from histories import Story
from realistic import realistic

if TYPE_CHECKING:
    from pathlib import Path

REPORTS: Final = {
    "services/reports/pyproject.toml": '[project]\nname = "reports"\n',
    "services/reports/reports/client.py": """\
import logging
import os

import requests

log = logging.getLogger(__name__)
BASE = "https://api.sealmetrics.com/v1"


class SealmetricsClient:
    def __init__(self) -> None:
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {os.environ['REPORTS_SEALMETRICS_TOKEN']}"

    def accounts(self):
        log.info("asking for accounts")
        answer = self.session.get(f"{BASE}/accounts", timeout=10)
        answer.raise_for_status()
        return answer.json()

    def stats(self, site):
        answer = self.session.get(f"{BASE}/sites/{site}/stats", timeout=10, verify=False)
        answer.raise_for_status()
        return answer.json()
""",
    "services/reports/reports/backfill.py": f"""\
import requests

SEALMETRICS_JWT = "{realistic("jwtadmin", 3)}"


def put(site, body):
    url = f"https://my.sealmetrics.com/api/v1/settings/{{site}}"
    answer = requests.put(url, json=body, headers={{"Authorization": "Bearer " + SEALMETRICS_JWT}}, timeout=9)
    answer.raise_for_status()
""",
    "docker-compose.yml": """\
services:
  reports:
    build: services/reports
    environment:
      REPORTS_SEALMETRICS_TOKEN: ${REPORTS_SEALMETRICS_TOKEN}
""",
}
WEB: Final = {
    "apps/web/package.json": '{"name": "web", "dependencies": {"next": "15.0.0"}}\n',
    "apps/web/app/dashboard/page.tsx": """\
"use client";
import { useEffect, useState } from "react";

export default function Page() {
  const [data, setData] = useState(null);
  useEffect(() => {
    fetch("https://api.sealmetrics.com/v1/stats/overview", {
      headers: { Authorization: `Bearer ${process.env.NEXT_PUBLIC_SEALMETRICS_TOKEN}` },
    }).then((answer) => (answer.ok ? answer.json().then(setData) : setData(null)));
  }, []);
  return <pre>{JSON.stringify(data)}</pre>;
}
""",
    "apps/web/app/api/accounts/route.ts": """\
import { NextResponse } from "next/server";

export async function GET() {
  const answer = await fetch("https://api.sealmetrics.com/v1/accounts", {
    method: "GET",
    headers: { Authorization: `Bearer ${process.env.WEB_SEALMETRICS_TOKEN}` },
  });
  console.info("sealmetrics answered", answer.status);
  if (!answer.ok) {
    return NextResponse.json({ error: "unavailable" }, { status: 502 });
  }
  return NextResponse.json(await answer.json());
}
""",
    "k8s/web.yaml": """\
apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  template:
    spec:
      containers:
        - name: web
          env:
            - name: WEB_SEALMETRICS_TOKEN
              valueFrom:
                secretKeyRef: {name: sealmetrics, key: web-token}
""",
    ".env.example": """\
# Reads accounts and statistics for the nightly reports.
REPORTS_SEALMETRICS_TOKEN=
# read:accounts
WEB_SEALMETRICS_TOKEN=your_token_here
""",
}
SYNC: Final = {
    "workers/sync/go.mod": "module example.org/sync\n\ngo 1.23\n",
    "workers/sync/main.go": """\
package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"os"
	"time"
)

const base = "https://api.sealmetrics.com/v1"

func accounts(ctx context.Context) (*http.Response, error) {
	wait := time.Second
	for attempt := 0; attempt < 5; attempt++ {
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, base+"/accounts", nil)
		if err != nil {
			return nil, err
		}
		req.Header.Set("Authorization", "Bearer "+os.Getenv("SYNC_SEALMETRICS_TOKEN"))
		res, err := http.DefaultClient.Do(req)
		if err != nil {
			return nil, err
		}
		log.Printf("GET /accounts: %d", res.StatusCode)
		switch res.StatusCode {
		case http.StatusOK:
			return res, nil
		case http.StatusTooManyRequests:
			time.Sleep(wait)
			wait *= 2
		default:
			return nil, fmt.Errorf("sealmetrics: %s", res.Status)
		}
	}
	return nil, fmt.Errorf("sealmetrics: still rate limited")
}
""",
    ".github/workflows/deploy.yml": """\
on: push
jobs:
  sync:
    runs-on: ubuntu-latest
    steps:
      - run: ./deploy.sh
        env:
          SYNC_SEALMETRICS_TOKEN: ${{ secrets.SYNC_SEALMETRICS_TOKEN }}
""",
    "README.md": "# acme\n\n`SYNC_SEALMETRICS_TOKEN` lets the worker read accounts (`read:accounts`).\n",
}
LEGACY: Final = f"SEALMETRICS_API_KEY = '{realistic('sm', 1)}'\n"

SECRETS: Final = (realistic("jwtadmin", 3), realistic("sm", 1))


def monorepo(top: Path) -> Story:
    """Tell the story: a commit a day from November 2023 on."""
    story = Story.begin(top)
    story.add("begin", {**SYNC, "config/legacy.py": LEGACY})
    story.add("web", WEB)
    story.add("remove the key", {"config/legacy.py": None})
    story.add("reports", REPORTS)
    return story


def right(top: Path) -> Story:
    """Tell the story of the one that does all of it, alone."""
    story = Story.begin(top)
    story.add("begin", SYNC)
    return story
