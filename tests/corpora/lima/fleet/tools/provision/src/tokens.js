import axios from 'axios';
import { AUDIT_SCOPES, PARTNER_DAYS, READ_SCOPES, ROTATION_DAYS } from './policy.js';

const api = axios.create({
  baseURL: 'https://my.sealmetrics.com/api/v1',
  headers: { Authorization: `Bearer ${process.env.SEALMETRICS_API_TOKEN}` },
});

export async function forService(name) {
  const { data } = await api.post('/api-tokens', {
    name: `fleet-${name}`,
    scopes: READ_SCOPES,
    account_ids: ['fleet-main'],
    expires_in_days: ROTATION_DAYS,
  });
  console.log('made token %s for %s', data.id, name);
  return data;
}

export async function forAudit() {
  const { data } = await api.post('/api-tokens', {
    name: 'fleet-audit',
    scopes: AUDIT_SCOPES,
    account_ids: ['fleet-main'],
    expires_in_days: ROTATION_DAYS,
  });
  return data;
}

export async function forPartner() {
  const { data } = await api.post('/api-tokens', {
    name: 'fleet-partner',
    scopes: READ_SCOPES,
    account_ids: ['fleet-main'],
    expires_in_days: PARTNER_DAYS,
  });
  return data;
}

export async function forBoard() {
  const { data } = await api.post('/api-tokens', { name: 'fleet-board', scopes: READ_SCOPES, account_ids: ['fleet-main'] }); ⟪unbounded-token-lifetime⟫
  return data;
}

export const revoke = (id) => api.delete(`/api-tokens/${id}`);
