"""Signs what goes to the statistics API, and nothing else."""

import os
from urllib.parse import urlsplit

from requests.auth import AuthBase

HOST = "api.sealmetrics.com"


class Signed(AuthBase):
    def __call__(self, request):
        if urlsplit(request.url).hostname == HOST:
            request.headers["Authorization"] = os.environ["STATS_TOKEN"] ⟪missing-bearer-scheme⟫
        return request
