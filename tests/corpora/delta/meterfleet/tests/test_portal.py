import ssl
import unittest
from unittest import mock

from gateway import tls, uplink
from gateway.guard import Refused, guard_url


class GuardTest(unittest.TestCase):
    def test_plain_http_is_refused(self):
        for url in ("http://api.sealmetrics.com/v1/accounts", "ws://my.sealmetrics.com/api/v1/live"):
            with self.subTest(url=url), self.assertRaises(Refused):
                guard_url(url)

    def test_https_passes(self):
        self.assertEqual(guard_url("https://api.sealmetrics.com/v1/accounts"), "https://api.sealmetrics.com/v1/accounts")

    def test_local_http_passes(self):
        self.assertTrue(guard_url("http://localhost:8080/status"))


class PortalTest(unittest.TestCase):
    @mock.patch.object(tls, "public_pool")
    def test_header(self, pool):
        request = pool.return_value.request
        request.return_value.status = 200
        tls.portal_get("/accounts", "xxxx")
        self.assertEqual(request.call_args.kwargs["headers"], {"Authorization": "Bearer xxxx"})

    @mock.patch.object(tls, "public_pool")
    def test_401_is_an_error(self, pool):
        pool.return_value.request.return_value.status = 401
        with self.assertRaisesRegex(RuntimeError, "401"):
            tls.portal_get("/accounts", "changeme")

    def test_factory_context_is_loose(self):
        context = tls.bootstrap_context()
        self.assertEqual(context.verify_mode, ssl.CERT_NONE)
        self.assertFalse(context.check_hostname)

    def test_broker_uses_basic(self):
        with mock.patch("http.client.HTTPConnection") as connection:
            connection.return_value.getresponse.return_value.status = 200
            self.assertTrue(uplink.broker_status("gw", "xxxx"))


if __name__ == "__main__":
    unittest.main()
