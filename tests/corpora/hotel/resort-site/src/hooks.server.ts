import type { Handle, HandleFetch } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { SEALMETRICS_TOKEN, SESSION_SECRET } from '$env/static/private';
import { readSession } from '$lib/server/session';

const SEALMETRICS_ORIGIN = 'https://api.sealmetrics.com';

const session: Handle = async ({ event, resolve }) => {
  event.locals.user = await readSession(event.cookies.get('sid'), SESSION_SECRET);
  return resolve(event);
};

const securityHeaders: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  response.headers.set('Content-Security-Policy', "connect-src 'self' https://t.sealmetrics.com");
  return response;
};

export const handle = sequence(session, securityHeaders);

export const handleFetch: HandleFetch = async ({ request, fetch }) => {
  if (new URL(request.url).origin === SEALMETRICS_ORIGIN) {
    const headers = new Headers(request.headers);
    headers.set('Authorization', `Bearer ${SEALMETRICS_TOKEN}`);
    return fetch(new Request(request, { headers }));
  }
  return fetch(request);
};
