"""What several files say of one place comes out the same, whichever process said it first."""

from __future__ import annotations

import itertools

from sample_report import CLIENT, make_finding

from sealguard.link.settling import settled
from sealguard.model import Related


def used_in(path: str, line: int, *, through: str = "") -> Related:
    """Make a place that uses what is written elsewhere, by way of another file if one is given."""
    region = make_finding(path, "\n" * (line - 1) + "send(token)", "send", "insecure-endpoint", "m").region
    via = (Related("handed on here", through, region),) if through else ()
    return Related("sent here", path, region, via=via)


def test_the_order_in_which_files_were_judged_does_not_show() -> None:
    places = [used_in("stats.py", 4, through="daily.py"), used_in("stats.py", 4, through="weekly.py"), used_in("goals.py", 7)]
    seen = [make_finding("client.py", CLIENT, "http", "insecure-endpoint", "m", linked=True, related=(place,)) for place in places]
    told = {tuple(finding.related for finding in settled(order)) for order in itertools.permutations(seen)}
    assert told == {((places[2], places[0], places[1]),)}
