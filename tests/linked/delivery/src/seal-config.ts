export const settings = { api: 'https://my.sealmetrics.com/api/v1', liveKey: '⟦sm:81⟧' }; ⟪token-in-client-code⟫
