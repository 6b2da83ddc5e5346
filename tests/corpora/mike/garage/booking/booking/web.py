from flask import Flask, jsonify, request

from garage_common import SEAL_ACCESS, SEAL_V1, build_session, endpoint, seal_headers

app = Flask(__name__)
http = build_session()


@app.get("/workshops/<slug>/interest")
def interest(slug):
    answer = http.get(
        endpoint(SEAL_V1, "stats", "pages"),
        headers=seal_headers(SEAL_ACCESS),
        params={"site_id": "garage-booking", "path": f"/workshops/{slug}", "range": request.args.get("range", "7d")},
        timeout=10,
    )
    return jsonify(answer.json()["data"])
