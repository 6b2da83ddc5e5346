import ky from 'ky';

const sealmetricsToken = '⟦opaque:12⟧'; ⟪hardcoded-token⟫

const seal = ky.create({
  prefixUrl: 'https://api.sealmetrics.com/v1',
  headers: { Authorization: `Bearer ${sealmetricsToken}` },
  retry: { limit: 3, statusCodes: [429, 500, 502, 503], backoffLimit: 20000 },
});

export const fuel = (day) => seal.get('stats/fuel', { searchParams: { day } }).json();
