import { SEALMETRICS_API_TOKEN } from '$env/static/private';
import type { Handle, HandleFetch } from '@sveltejs/kit';

export const handle: Handle = async ({ event, resolve }) => {
  event.locals.sealmetricsToken = event.cookies.get('seal') ?? SEALMETRICS_API_TOKEN;
  return resolve(event);
};

export const handleFetch: HandleFetch = async ({ request, fetch }) => {
  if (request.url.startsWith('https://my.sealmetrics.com/')) {
    request.headers.set('Authorization', `Bearer ${SEALMETRICS_API_TOKEN}`);
  }
  return fetch(request);
};
