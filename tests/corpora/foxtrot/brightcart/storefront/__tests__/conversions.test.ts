import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { GET } from '../app/api/conversions/route';

const server = setupServer(
  http.get('https://my.sealmetrics.com/api/v1/stats/conversions', ({ request }) => {
    if (request.headers.get('X-API-Key') !== 'sm_xxxxxxxxxxxxxxxxxxxxxxxx') {
      return HttpResponse.json({ detail: 'invalid key' }, { status: 401 });
    }
    return HttpResponse.json({ conversions: 12, sessions: 400 });
  }),
);

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

describe('GET /api/conversions', () => {
  beforeEach(() => {
    vi.stubEnv('SEALMETRICS_API_KEY', 'sm_xxxxxxxxxxxxxxxxxxxxxxxx');
  });

  it('returns the rate only', async () => {
    const response = await GET(new Request('http://localhost:3000/api/conversions?account=acme-corp') as never);
    const body = await response.json();
    expect(body).toEqual({ rate: 0.03 });
    expect(JSON.stringify(body)).not.toContain('sm_');
  });

  it('hides an upstream 401', async () => {
    vi.stubEnv('SEALMETRICS_API_KEY', 'changeme');
    const response = await GET(new Request('http://localhost:3000/api/conversions?account=acme-corp') as never);
    expect(response.status).toBe(502);
  });
});
