#!/usr/bin/env python3
"""Probe used by the status page: two low-level requests, one line of output each."""
import argparse
import http.client
import io
import json
import os

import pycurl

HOST = "api.sealmetrics.com"


def plain_probe(path):
    conn = http.client.HTTPConnection(HOST, timeout=5) ⟪insecure-endpoint⟫
    conn.request("GET", path)
    answer = conn.getresponse()
    answer.read()
    return answer.status


def account_probe(token):
    buffer = io.BytesIO()
    curl = pycurl.Curl()
    curl.setopt(pycurl.URL, "https://%s/v1/accounts" % HOST)
    curl.setopt(pycurl.HTTPHEADER, [
        "Accept: application/json",
        "Authorization: " + token, ⟪missing-bearer-scheme⟫
    ])
    curl.setopt(pycurl.SSL_VERIFYPEER, 0) ⟪unverified-tls⟫
    curl.setopt(pycurl.SSL_VERIFYHOST, 0)
    curl.setopt(pycurl.WRITEDATA, buffer)
    curl.perform()
    status = curl.getinfo(pycurl.RESPONSE_CODE)
    curl.close()
    if status == 200:
        return len(json.loads(buffer.getvalue())["data"])
    return -status


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--path", default="/v1/health")
    options = parser.parse_args()
    token = os.environ["SEALMETRICS_TOKEN"].strip()
    print("health", plain_probe(options.path))
    print("accounts", account_probe(token))


if __name__ == "__main__":
    main()
