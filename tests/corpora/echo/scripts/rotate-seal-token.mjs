#!/usr/bin/env node
import { SecretsManagerClient, PutSecretValueCommand } from '@aws-sdk/client-secrets-manager';

const API = 'https://my.sealmetrics.com/api/v1';
const SEALMETRICS_TOKEN_SECRET_NAME = 'prod/analytics/sealmetrics';
const SEALMETRICS_TOKEN_PARAMETER = '/prod/analytics/sealmetrics-token';

const secrets = new SecretsManagerClient({ region: 'eu-west-1' });
const current = process.env.SEALMETRICS_ADMIN_JWT;

const headers = {
  Authorization: `Bearer ${current}`,
  'Content-Type': 'application/json',
};

async function create() {
  const res = await fetch(`${API}/api-tokens`, {
    method: 'POST',
    headers,
    body: JSON.stringify({
      name: `shop-${new Date().toISOString().slice(0, 10)}`,
      scopes: ['stats:read'],
      account_ids: ['acme-corp'],
      expires_in_days: 30,
    }),
  });
  if (res.status !== 201) throw new Error(`creation answered ${res.status}`);
  return res.json();
}

const made = await create();
await secrets.send(new PutSecretValueCommand({ SecretId: SEALMETRICS_TOKEN_SECRET_NAME, SecretString: made.token }));
console.log(`stored token ${made.token.slice(0, 6)}... as ${SEALMETRICS_TOKEN_SECRET_NAME}`);
console.log(`remember to refresh ${SEALMETRICS_TOKEN_PARAMETER} (token id ${made.id})`);
