'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { requireAdmin } from '@/lib/auth';
import { secrets } from '@/lib/secrets';

const Input = z.object({ site: z.string().min(3), goal: z.string().max(80), value: z.coerce.number() });

const BASE = 'https://my.sealmetrics.com/api/v1';

export async function addGoal(_: unknown, form: FormData) {
  await requireAdmin();
  const input = Input.parse(Object.fromEntries(form));
  const token = await secrets.get('sealmetrics-api-token');

  const res = await fetch(`${BASE}/sites/${input.site}/goals`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Authorization: `Bearer ${token}`,
    },
    body: JSON.stringify({ name: input.goal, value: input.value }),
  });
  if (res.status === 403) return { error: 'The token may not change settings.' };
  if (!res.ok) return { error: `Sealmetrics answered ${res.status}.` };
  revalidatePath('/settings');
  return { error: null };
}
