"""A report file is there whole or not at all, and nobody but the user chooses where it goes."""

from __future__ import annotations

import os
import stat
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sealguard.reports.output import OutputError, check_target, write

if TYPE_CHECKING:
    from collections.abc import Iterator


def test_a_report_replaces_what_was_there(tmp_path: Path) -> None:
    target = tmp_path / "report.sarif"
    target.write_text("old")
    write(target, ["new\n", "lines\n"])
    assert target.read_text() == "new\nlines\n"
    assert list(tmp_path.iterdir()) == [target]


def test_a_new_report_has_the_usual_permissions(tmp_path: Path) -> None:
    target = tmp_path / "report.sarif"
    write(target, ["x"])
    reference = tmp_path / "reference"
    reference.write_text("x")
    assert stat.S_IMODE(target.stat().st_mode) == stat.S_IMODE(reference.stat().st_mode)


def test_a_link_is_replaced_and_not_followed(tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_text("precious")
    target = tmp_path / "report.sarif"
    target.symlink_to(precious)
    write(target, ["new"])
    assert precious.read_text() == "precious"
    assert target.read_text() == "new"
    assert not target.is_symlink()


def test_half_a_report_is_none(tmp_path: Path) -> None:
    def pieces() -> Iterator[str]:
        yield "half"
        raise RuntimeError

    target = tmp_path / "report.sarif"
    target.write_text("old")
    with pytest.raises(RuntimeError):
        write(target, pieces())
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_pipe_is_written_as_it_is(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[str] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_text()))
    reader.start()
    write(pipe, ["through"])
    reader.join(10)
    assert got == ["through"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_the_null_device_stays_a_device(tmp_path: Path) -> None:
    trap = tmp_path / "report"
    trap.symlink_to(os.devnull)
    write(trap, ["x"])
    assert trap.is_file()
    assert Path(os.devnull).is_char_device()


@pytest.mark.parametrize(("name", "message"), [("", "is a directory"), ("missing/report.sarif", "there is no directory")])
def test_a_place_that_cannot_be_written_is_named_before_the_scan(name: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=message) as caught:
        check_target(tmp_path / name)
    assert str(tmp_path) in str(caught.value)
    assert "\n" not in str(caught.value)
    check_target(tmp_path / "report.sarif")
