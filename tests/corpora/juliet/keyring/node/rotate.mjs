import { PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { Seal } from './seal.mjs';

const vault = new SecretsManagerClient({});
const seal = new Seal();
const tools = ['airbyte', 'hightouch'];

for (const tool of tools) {
  const created = await seal.createToken({
    name: `${tool}-${new Date().toISOString().slice(0, 10)}`,
    scopes: ['stats:read', 'accounts:read'],
    account_ids: ['acme-corp'],
    expires_in_days: 45,
  });
  await vault.send(new PutSecretValueCommand({ SecretId: `data-tools/${tool}`, SecretString: created.token }));
  console.log(`${tool}: ${created.id} until ${created.expires_at}`);
}
