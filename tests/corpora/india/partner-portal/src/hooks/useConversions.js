import { useQuery } from '@tanstack/react-query';
import axios from 'axios';

const api = axios.create({
  baseURL: 'https://my.sealmetrics.com/api/v1',
  headers: {
    'X-API-Key': window.localStorage.getItem('sealmetrics.key'), ⟪authorized-call-from-client⟫
  },
});

export function rememberKey(sealmetricsKey) {
  window.localStorage.setItem('sealmetrics.key', sealmetricsKey); ⟪token-in-browser-storage⟫
  window.location.reload();
}

export function useConversions(accountId, range) {
  return useQuery({
    queryKey: ['conversions', accountId, range],
    queryFn: async () => {
      const { data } = await api.get('/stats/conversions', {
        params: { account_id: accountId, ...range },
      });
      return data.rows;
    },
    staleTime: 60_000,
  });
}
