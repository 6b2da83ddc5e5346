class Busy(Exception):
    """Asked too often."""


class Refused(Exception):
    """No such token, or not allowed to."""
