export const client = {
  base: 'https://api.sealmetrics.com/v1',
  headers() {
    return { Accept: 'application/json', Authorization: `Token ${process.env.SEALMETRICS_TOKEN}` }; ⟪wrong-scheme⟫
  },
  plain() {
    return { Accept: 'application/json' };
  },
  totals() {
    return fetch(`${this.base}/totals`, { headers: this.headers() });
  },
  bare() {
    return fetch(`${this.base}/accounts`, { headers: this.plain() }); ⟪missing-authorization⟫
  },
};

export const board = {
  base: 'https://board.example-desk.com',
  headers() {
    return { Authorization: `Token ${process.env.BOARD_TOKEN}` };
  },
  rows() {
    return fetch(`${this.base}/rows`, { headers: this.headers() });
  },
};
