import os
from contextlib import closing
from http.client import HTTPSConnection
from json import loads

from redis import Redis
from rq import Queue

queue = Queue("analytics", connection=Redis.from_url(os.getenv("REDIS_URL", "redis://localhost:6379")))

TOKEN = os.environ.get("SEALMETRICS_TOKEN", "")
KEY = os.environ.get("SEALMETRICS_API_KEY", "")


class Api:
    host = "api.sealmetrics.com"

    @classmethod
    def get(cls, path, headers):
        with closing(HTTPSConnection(cls.host, timeout=30)) as connection:
            connection.request("GET", "/v1" + path, headers=headers)
            reply = connection.getresponse()
            if reply.status != 200:
                raise IOError("%s: %s" % (path, reply.status))
            return loads(reply.read())


class CurrentApi(Api):
    host = "my.sealmetrics.com"


def count_goals():
    return len(Api.get("/goals", {"Authorization": "Bearer " + TOKEN + "\n"})["goals"]) ⟪malformed-whitespace⟫


def count_sites():
    return len(Api.get("/sites", {"Authorization": "OAuth {}".format(TOKEN)})["sites"]) ⟪wrong-scheme⟫


def count_funnels():
    headers = dict.fromkeys(["Authorization"], "Bearer {}".format(TOKEN))
    return len(Api.get("/funnels", headers)["funnels"])


def count_segments():
    headers = {"Accept": "application/json"}
    headers.update({"Auth": "Bearer {}".format(TOKEN)}) ⟪misspelled-header⟫
    return len(Api.get("/segments", headers)["segments"])


def count_keys():
    headers = [("Accept", "application/json"), ("x-api-key", KEY)]
    return len(CurrentApi.get("/api-keys", dict(headers))["items"])


def enqueue_all():
    for job in (count_goals, count_sites, count_funnels, count_segments, count_keys):
        queue.enqueue(job, job_timeout=120, result_ttl=3600)
        print("queued", job.__name__)
