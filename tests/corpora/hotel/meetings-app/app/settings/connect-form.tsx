'use client';

import { useActionState } from 'react';
import { connectSealmetrics } from './actions';

const initial = { ok: false, message: '' };

export function ConnectForm({ connected, prefix }: { connected: boolean; prefix?: string }) {
  const [state, action, pending] = useActionState(connectSealmetrics, initial);

  return (
    <form action={action}>
      <label>
        Sealmetrics API token
        <input name="token" type="password" autoComplete="off" placeholder="sm_live_xxxxx" required />
      </label>
      {connected && <p>Connected with {prefix}…</p>}
      <button disabled={pending}>{connected ? 'Replace' : 'Connect'}</button>
      {state.message && <p role="status">{state.message}</p>}
      <p>
        Your token is stored encrypted on our servers and is never shown again. See{' '}
        <a href="https://docs.sealmetrics.com/api/authentication">how tokens work</a>.
      </p>
    </form>
  );
}
