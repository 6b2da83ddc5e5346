module.exports = {
  port: Number(process.env.PORT || 8080),
  sealmetricsToken: '⟦opaque:11⟧', ⟪hardcoded-token,shared-token⟫
  sealmetricsUrl: 'https://api.sealmetrics.com/v1',
};
