# one-off: sessions per property for the kick-off deck
import base64
import sys
from urllib.request import Request, urlopen
import json

CUSTOMER = "alpenhof-hotels"
BLOB = "⟦b64sm:c1⟧" ⟪encoded-token⟫


def unpack(s):
    return base64.b64decode(s).decode()


def get(path):
    req = Request("https://my.sealmetrics.com/api/v1" + path)
    req.add_header("X-API-Key", unpack(BLOB))
    with urlopen(req, timeout=30) as fh:
        return json.load(fh)


properties = {
    "innsbruck": "⟦objid:c1⟧",
    "kitzbuehel": "⟦objid:c2⟧",
    "meran": "⟦objid:c3⟧",
}

out = []
for name, site_id in properties.items():
    data = get(f"/sites/{site_id}/sessions?from=2025-01-01&to=2025-06-30")
    out.append((name, sum(d["sessions"] for d in data["data"])))

out.sort(key=lambda t: -t[1])
for name, n in out:
    sys.stdout.write(f"{name:12} {n:>9,}\n")
