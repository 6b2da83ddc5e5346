import nock from 'nock';
import { expect, test } from 'vitest';
import { createSeal } from '../src/index.js';

const quiet = { info() {}, warn() {} };
const getToken = async () => 'test-token\n';

test('a refused token is asked for once more', async () => {
  nock('https://my.sealmetrics.com').get('/api/v1/accounts').reply(401).get('/api/v1/accounts').reply(200, []);
  await expect(createSeal({ getToken, log: quiet }).get('/accounts')).resolves.toEqual([]);
});

test('a missing scope is an error at once', async () => {
  nock('https://my.sealmetrics.com').get('/api/v1/accounts').reply(403);
  await expect(createSeal({ getToken, log: quiet }).get('/accounts')).rejects.toThrow('403');
});
