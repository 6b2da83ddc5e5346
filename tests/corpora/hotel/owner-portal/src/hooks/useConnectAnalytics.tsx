import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api } from '../lib/api';

const STORAGE = {
  theme: 'op.theme',
  sealmetrics: 'op.sealmetrics.token',
};

export function useConnectAnalytics() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (token: string) => {
      const { data } = await api.post('/connections/analytics', { token });
      window.localStorage.setItem(STORAGE.sealmetrics, token); ⟪token-in-browser-storage⟫
      return data;
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['connections'] }),
  });
}

export function ConnectAnalyticsForm() {
  const [value, setValue] = useState('');
  const connect = useConnectAnalytics();

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    connect.mutate(value.trim());
  }

  return (
    <form onSubmit={onSubmit}>
      <label htmlFor="seal-token">Sealmetrics API token</label>
      <input id="seal-token" type="password" value={value} onChange={(e) => setValue(e.target.value)} />
      <button disabled={connect.isPending}>Connect</button>
      {connect.isError && <p>That token was not accepted.</p>}
    </form>
  );
}
