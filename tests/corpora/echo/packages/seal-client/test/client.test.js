import { describe, expect, test } from 'vitest';
import { assertAuthorization, createClient } from '../src/index.js';

describe('base URL', () => {
  test.each(['http://api.sealmetrics.com/v1', 'http://my.sealmetrics.com/api/v1'])('%s is refused', (baseUrl) => {
    expect(() => createClient({ baseUrl, token: 'changeme' })).toThrow(/https/);
  });

  test('https is taken as it is', () => {
    const client = createClient({ baseUrl: 'https://api.sealmetrics.com/v1', token: 'changeme' });
    expect(client.baseUrl).toBe('https://api.sealmetrics.com/v1');
  });

  test('a local stub may speak plain http', () => {
    expect(() => createClient({ baseUrl: 'http://localhost:4010/v1', token: 'changeme' })).not.toThrow();
  });
});

describe('authorization header', () => {
  test.each(['Bearer  xxxxxxxx', 'Bearerxxxxxxxx', 'Token xxxxxxxx', 'Bearer Bearer xxxxxxxx'])(
    '%j is refused',
    (value) => {
      expect(() => assertAuthorization(value)).toThrow();
    },
  );

  test('the lower-case scheme is accepted', () => {
    expect(assertAuthorization('bearer xxxxxxxx')).toBe(true);
  });
});
