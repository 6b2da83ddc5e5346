from unittest import mock

from django.test import SimpleTestCase, override_settings

from analytics.client import SealmetricsClient, Window

FAKE = {
    "BASE_URL": "https://my.sealmetrics.com/api/v1",
    "API_KEY": "sm_test_xxxxxxxxxxxxxxxxxxxxxxxx",
    "SITE_ID": "morgenpost",
    "TIMEOUT": 1,
}
WINDOW = Window("2026-01-01", "2026-01-31")


@override_settings(SEALMETRICS=FAKE)
class ClientTests(SimpleTestCase):
    def setUp(self):
        patcher = mock.patch("analytics.client.requests.get")
        self.get = patcher.start()
        self.addCleanup(patcher.stop)
        self.get.return_value.json.return_value = {"data": []}

    def test_top_articles_asks_for_the_window(self):
        SealmetricsClient().top_articles(WINDOW, limit=3)
        _, kwargs = self.get.call_args
        self.assertEqual(kwargs["params"]["limit"], 3)
        self.assertNotIn("token", kwargs["params"])

    def test_uses_tls(self):
        SealmetricsClient().top_articles(WINDOW)
        url = self.get.call_args.args[0]
        self.assertFalse(url.startswith("http://my.sealmetrics.com"))
        self.assertTrue(url.startswith("https://"))

    def test_placeholder_key_is_not_a_real_one(self):
        self.assertEqual(SealmetricsClient().key, "sm_test_xxxxxxxxxxxxxxxxxxxxxxxx")
