module.exports = {
  seal: {
    url: 'https://api.sealmetrics.com/v1',
    token: '⟦opaque:82⟧', ⟪hardcoded-token⟫
  },
};
