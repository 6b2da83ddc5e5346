import ky from 'ky';
import { bearer } from './auth.ts';

export interface Grant {
  name: string;
  scopes: ('stats:read' | 'sites:read' | 'accounts:read')[];
  days: number;
}

const MAX_DAYS = 90;

export async function issue(adminToken: string, account: string, grant: Grant): Promise<{ id: string; token: string }> {
  return ky
    .post('https://my.sealmetrics.com/api/v1/api-tokens', {
      headers: bearer(adminToken),
      json: {
        name: grant.name,
        scopes: grant.scopes,
        account_ids: [account],
        expires_in_days: Math.min(grant.days, MAX_DAYS),
      },
    })
    .json();
}
