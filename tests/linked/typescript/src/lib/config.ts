const api = { base: 'https://api.sealmetrics.com/v1', key: '⟦opaque:11⟧' }; ⟪hardcoded-token⟫
export default api;
