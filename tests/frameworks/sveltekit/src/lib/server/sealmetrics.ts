import { env } from '$env/dynamic/private';
import { error } from '@sveltejs/kit';

export async function stats(fetch: typeof globalThis.fetch, path: string) {
  const response = await fetch(`https://my.sealmetrics.com/api/v1/${path}`, {
    headers: { authorization: `Bearer ${env.SEALMETRICS_API_TOKEN}` },
  });
  if (!response.ok) error(502, 'Sealmetrics does not answer');
  return response.json();
}
