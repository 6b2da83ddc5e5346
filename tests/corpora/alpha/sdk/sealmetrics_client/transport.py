# -*- coding: utf-8 -*-
"""pycurl transport, for the hosts where requests is too old to speak TLS 1.3."""
import io
import json

import pycurl

ROOT = "https://api.sealmetrics.com/v1"


class TransportError(Exception):
    pass


class CurlTransport(object):
    def __init__(self, token, timeout=30, proxy=None):
        self._token = token
        self._timeout = timeout
        self._proxy = proxy

    def get(self, path):
        buf = io.BytesIO()
        c = pycurl.Curl()
        c.setopt(c.URL, ROOT + path)
        c.setopt(c.WRITEDATA, buf)
        c.setopt(c.TIMEOUT, self._timeout)
        c.setopt(c.FOLLOWLOCATION, False)
        c.setopt(c.HTTPHEADER, [
            "Accept: application/json",
            "Authorization: Token " + self._token, ⟪wrong-scheme⟫
        ])
        c.setopt(c.SSL_VERIFYPEER, 0) ⟪unverified-tls⟫
        c.setopt(c.SSL_VERIFYHOST, 0)
        if self._proxy:
            c.setopt(c.PROXY, self._proxy)
        try:
            c.perform()
            status = c.getinfo(pycurl.RESPONSE_CODE)
        except pycurl.error as exc:
            raise TransportError("curl: %s" % exc.args[1])
        finally:
            c.close()
        if status != 200:
            raise TransportError("GET %s: %d" % (path, status))
        return json.loads(buf.getvalue().decode("utf-8"))


class CheckedTransport(CurlTransport):
    """Goes through the corporate proxy, whose root is in the system's bundle."""

    def get(self, path):
        buf = io.BytesIO()
        c = pycurl.Curl()
        c.setopt(c.URL, ROOT + path)
        c.setopt(c.WRITEDATA, buf)
        c.setopt(c.CAINFO, "/etc/ssl/certs/acme-root.pem")
        c.setopt(c.SSL_VERIFYPEER, 1)
        c.setopt(c.SSL_VERIFYHOST, 2)
        c.setopt(c.HTTPHEADER, ["Authorization: Bearer " + self._token])
        c.perform()
        status = c.getinfo(pycurl.RESPONSE_CODE)
        c.close()
        if status != 200:
            raise TransportError("GET %s: %d" % (path, status))
        return json.loads(buf.getvalue().decode("utf-8"))
