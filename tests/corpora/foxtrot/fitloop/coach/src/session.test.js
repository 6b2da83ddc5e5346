import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { signIn, signOut } from './session';

const answers = [];

beforeEach(() => {
  global.fetch = jest.fn(async () => answers.shift());
  sessionStorage.setItem('sealmetrics_token', 'sm_test_xxxxxxxxxxxxxxxx');
});

afterEach(() => {
  sessionStorage.clear();
  answers.length = 0;
});

test('posts the login to Sealmetrics over https', async () => {
  answers.push({ ok: true, json: async () => ({ access_token: 'xxxx' }) });
  answers.push({ ok: true, json: async () => ({ club: 'north' }) });

  await expect(signIn('coach@example.com', 'changeme')).resolves.toBe('north');

  const [url, options] = global.fetch.mock.calls[0];
  expect(url).toBe('https://my.sealmetrics.com/api/v1/auth/token');
  expect(url.startsWith('http://')).toBe(false);
  expect(options.headers).not.toHaveProperty('Authorization');
});

test('does not trade a refused login', async () => {
  answers.push({ ok: false, status: 401 });
  await expect(signIn('coach@example.com', 'changeme')).rejects.toThrow('refused');
  expect(global.fetch).toHaveBeenCalledTimes(1);
});

test('forgets the club', () => {
  sessionStorage.setItem('club', 'north');
  signOut();
  expect(sessionStorage.getItem('club')).toBeNull();
});
