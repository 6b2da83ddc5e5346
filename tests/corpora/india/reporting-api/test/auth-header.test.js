const test = require('node:test');
const { randomBytes } = require('node:crypto');
const assert = require('node:assert/strict');
const { assertAuthHeader } = require('../src/lib/assert-auth-header');

const refused = [
  ['no scheme', 'xxxx'],
  ['two spaces', 'Bearer  xxxx'],
  ['twice', 'Bearer Bearer xxxx'],
  ['basic', 'Basic xxxx'],
  ['tab', 'Bearer\txxxx'],
];

for (const [name, header] of refused) {
  test(`an Authorization header for api.sealmetrics.com is refused: ${name}`, () => {
    assert.throws(() => assertAuthHeader({ Authorization: header }), /malformed/);
  });
}

test('a plain http endpoint is refused', () => {
  const { createClient } = require('../src/lib/sealmetrics');
  assert.throws(() => createClient({ baseURL: 'http://api.sealmetrics.com/v1' }), /https/);
});

test('a good header is kept', () => {
  const token = randomBytes(32).toString('hex');
  assert.doesNotThrow(() => assertAuthHeader({ Authorization: `Bearer ${token}` }));
});
