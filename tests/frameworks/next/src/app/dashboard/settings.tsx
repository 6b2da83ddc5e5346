'use client';

import { useActionState } from 'react';
import { connect } from './actions';

export function Settings({ apiToken }: { apiToken: string }) {
  const [state, action, pending] = useActionState(connect, null);
  return (
    <form action={action}>
      <input name="token" type="password" defaultValue={apiToken} />
      <button disabled={pending} onClick={() => localStorage.setItem('sealmetricsToken', apiToken)}>save</button> ⟪token-in-browser-storage⟫
      <p>{state?.message}</p>
    </form>
  );
}
