import axios from 'axios';

const apiKey = import.meta.env.VITE_SEALMETRICS_API_KEY; ⟪public-env-token⟫

export const seal = axios.create({
  baseURL: import.meta.env.VITE_SEALMETRICS_BASE_URL ?? 'https://my.sealmetrics.com/api/v1',
  timeout: 10_000,
  headers: {
    Accept: 'application/json',
    'X-API-Key': apiKey, ⟪authorized-call-from-client⟫
  },
});

export interface Goal {
  id: string;
  name: string;
  completed: number;
}

export async function goals(site: string): Promise<Goal[]> {
  const { data } = await seal.get<{ goals: Goal[] }>('/stats/goals', { params: { site_id: site } });
  return data.goals;
}

export function currentSite(): string {
  return new URLSearchParams(window.location.search).get('site') ?? 'kite-web';
}

export function rememberSite(site: string): void {
  window.localStorage.setItem('seal:site', site);
}
