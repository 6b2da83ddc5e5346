"""Dash board for the weekly client call."""
from collections import namedtuple

import dash
import plotly.express as px
from dash import Input, Output, dcc, html
from sealmetrics import SealMetrics

Client = namedtuple("Client", "label account_id api_key")

CLIENTS = {
    "acme": Client("Acme", "acme-corp", "⟦opaque64:dash⟧"), ⟪hardcoded-token⟫
    "nw": Client("Northwind", "⟦objid:dash⟧", "⟦smlive:dash⟧"), ⟪hardcoded-token⟫
}


def connect(slug):
    client = CLIENTS[slug]
    return SealMetrics(api_key=client.api_key, account_id=client.account_id)


app = dash.Dash(__name__, title="Weekly call")
app.layout = html.Div(
    [
        dcc.Dropdown([{"label": c.label, "value": s} for s, c in CLIENTS.items()], "acme", id="client"),
        dcc.Graph(id="visits"),
    ]
)


@app.callback(Output("visits", "figure"), Input("client", "value"))
def draw(slug):
    rows = connect(slug).stats.daily(days=28)
    return px.line(rows, x="day", y="visits", title=CLIENTS[slug].label)


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=8050)
