import sys
import urllib.request

PREFIX = "Bearer "


def main() -> None:
    token = sys.stdin.readline()
    for site in sys.argv[1:]:
        request = urllib.request.Request(f"https://api.sealmetrics.com/v1/sites/{site}/daily")
        request.add_header("Authorization", PREFIX + token) ⟪untrimmed-token⟫
        with urllib.request.urlopen(request) as answer:
            sys.stdout.buffer.write(answer.read())


if __name__ == "__main__":
    main()
