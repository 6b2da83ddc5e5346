export const settings = { api: 'https://my.sealmetrics.com/api/v1', liveKey: '⟦sm:82⟧' }; ⟪hardcoded-token⟫
export type Settings = typeof settings;
