from grocer import config
from grocer.seal import SealClient


def run(writer):
    client = SealClient(token=config.NIGHTLY_KEY)
    for row in client.get("stats", site_id=config.SITE_ID)["rows"]:
        writer.write(row)
