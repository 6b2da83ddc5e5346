import { describe, expect, it } from 'vitest';
import { parseSession } from '../src/session.js';

const session = {
  account: 'acme-corp',
  accessToken: '⟦jwtadmin:38⟧', ⟪hardcoded-jwt⟫
};

const foreign = {
  account: 'talk',
  accessToken: '⟦jwtother:38⟧',
};

describe('parseSession', () => {
  it('reads the accounts of a session', () => {
    expect(parseSession(session.accessToken).account_ids).toEqual([session.account]);
  });

  it('has no accounts for a token of another issuer', () => {
    expect(parseSession(foreign.accessToken).account_ids).toBeUndefined();
  });

  it('refuses a Basic header', () => {
    expect(() => parseSession('Basic changeme')).toThrow(/Bearer/);
  });

  it('refuses a doubled scheme', () => {
    expect(() => parseSession('Bearer Bearer xxxx')).toThrow(/scheme/);
  });
});
