'use server';

import { cookies } from 'next/headers';
import { revalidatePath } from 'next/cache';

export async function connect(previous: unknown, form: FormData) {
  const token = String(form.get('token'));
  const response = await fetch('https://my.sealmetrics.com/api/v1/accounts', {
    headers: { Authorization: `Bearer ${token}` },
  });
  if (!response.ok) return { message: 'The token was refused.' };
  const store = await cookies();
  store.set('seal', token, { httpOnly: true, secure: true, sameSite: 'lax' });
  revalidatePath('/dashboard');
  return { message: 'Connected.' };
}

export async function reveal() {
  return { token: process.env.SEALMETRICS_API_TOKEN }; ⟪token-sent-to-client⟫
}
