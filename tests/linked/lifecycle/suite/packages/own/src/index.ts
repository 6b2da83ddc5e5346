const ownKey = '⟦sm:112⟧'; ⟪hardcoded-token⟫

export const ownHeaders = { 'X-API-Key': ownKey };
