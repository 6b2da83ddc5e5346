import { describe, it, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { MockAgent, setGlobalDispatcher } from 'undici';
import { SealClient } from '../src/client.js';

describe('SealClient', () => {
  const agent = new MockAgent();

  before(() => {
    agent.disableNetConnect();
    setGlobalDispatcher(agent);
  });
  after(() => agent.close());

  it('refuses a plain address', () => {
    assert.throws(
      () => new SealClient({ token: 'test-token', baseUrl: 'http://api.sealmetrics.com/v1' }),
      /https/,
    );
  });

  it('refuses a token with a space', () => {
    assert.throws(() => new SealClient({ token: ' test-token' }), TypeError);
  });

  it('sends the header', async () => {
    agent
      .get('https://api.sealmetrics.com')
      .intercept({ path: '/v1/accounts', headers: { authorization: 'Bearer test-token' } })
      .reply(200, { data: [] });
    const client = new SealClient({ token: 'test-token' });
    assert.deepEqual(await client.accounts(), []);
  });
});
