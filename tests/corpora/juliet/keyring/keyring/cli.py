"""keyring issue ACCOUNT | keyring revoke ID | keyring list"""

from __future__ import annotations

import sys

from keyring import revoke_token
from keyring.jobs import dashboards, legacy


def main() -> int:
    match sys.argv[1:]:
        case ["issue", account]:
            dashboards.issue_all(account)
        case ["revoke", token_id]:
            revoke_token(token_id)
        case ["list"]:
            for row in legacy.inventory():
                print(f"{row['id']}  {row['prefix']}…  {row['expires'] or 'never'}")
        case _:
            print(__doc__, file=sys.stderr)
            return 64
    return 0


if __name__ == "__main__":
    sys.exit(main())
