import { describe, expect, it, vi } from 'vitest';
import { bearer } from '../src/lib/seal/headers.js';
import { SealAuthError, sealFetch } from '../src/lib/seal/http.js';

describe('sealFetch', () => {
  it('throws SealAuthError on 403 and asks only once', async () => {
    const fetchMock = vi.fn().mockResolvedValue(new Response('{}', { status: 403 }));
    vi.stubGlobal('fetch', fetchMock);
    await expect(sealFetch('/sites', { headers: bearer('YOUR_API_TOKEN') })).rejects.toBeInstanceOf(SealAuthError);
    expect(fetchMock).toHaveBeenCalledTimes(1);
  });

  it('trims what it is given', () => {
    expect(bearer(' YOUR_API_TOKEN\n').Authorization).toBe('Bearer YOUR_API_TOKEN');
  });
});
