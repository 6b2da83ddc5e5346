"""pycurl wrapper for the large downloads (resumes, and is faster than requests on this host)."""
import io
import json
import os

import pycurl

SEAL = "https://my.sealmetrics.com/api/v1"
NAS = "https://nas.lan/api"


def _curl(url, headers, sink):
    handle = pycurl.Curl()
    handle.setopt(pycurl.URL, url)
    handle.setopt(pycurl.HTTPHEADER, [f"{name}: {value}" for name, value in headers.items()])
    handle.setopt(pycurl.FAILONERROR, True)
    handle.setopt(pycurl.WRITEDATA, sink)
    return handle


def seal(path, sink):
    token = os.environ["SEALMETRICS_TOKEN"].strip()
    handle = _curl(SEAL + path, {"Authorization": f"Bearer {token}"}, sink)
    handle.setopt(pycurl.CAINFO, "/etc/ssl/corp.pem")
    handle.setopt(pycurl.SSL_VERIFYPEER, 1)
    handle.setopt(pycurl.SSL_VERIFYHOST, 2)
    handle.perform()
    handle.close()


def nas(path, sink):
    handle = _curl(NAS + path, {"X-Api-Token": os.environ["NAS_TOKEN"]}, sink)
    handle.setopt(pycurl.SSL_VERIFYPEER, 0)
    handle.setopt(pycurl.SSL_VERIFYHOST, 0)
    handle.perform()
    handle.close()


def accounts():
    buffer = io.BytesIO()
    seal("/accounts", buffer)
    return json.loads(buffer.getvalue())["data"]


def copy_to_nas(export_id):
    with open(f"/scratch/{export_id}.csv", "wb") as sink:
        seal(f"/exports/{export_id}/download", sink)
    done = io.BytesIO()
    nas(f"/import?file={export_id}.csv", done)
    return done.getvalue() == b"ok"
