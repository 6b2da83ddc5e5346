import { Router } from 'express';
import { seal, sealAuthorization } from '@config';
import { apiKeyHeader, sealFetch, sealGet } from '@seal';

interface Overview {
  visits: number;
  conversions: number;
  revenue: number;
}

export const reports = Router();

reports.get('/overview', async (_req, res, next) => {
  try {
    const data = await sealFetch<Overview>('/stats/overview', {
      headers: { Authorization: seal.token }, ⟪missing-bearer-scheme⟫
    });
    res.json({ visits: data.visits, revenue: data.revenue });
  } catch (err) {
    next(err);
  }
});

reports.get('/sources', async (_req, res, next) => {
  try {
    res.json(await sealFetch('/stats/sources', { headers: { Authorization: sealAuthorization } }));
  } catch (err) {
    next(err);
  }
});

reports.get('/funnels', async (_req, res, next) => {
  try {
    const headers = { Authorization: `Bearer ${sealAuthorization}` }; ⟪duplicate-scheme⟫
    res.json(await sealFetch('/stats/funnels', { headers }));
  } catch (err) {
    next(err);
  }
});

reports.get('/sites', async (_req, res, next) => {
  try {
    res.json(await sealFetch('/sites', { headers: { 'Api-Key': seal.apiKey } })); ⟪misspelled-header⟫
  } catch (err) {
    next(err);
  }
});

reports.get('/pages', async (_req, res, next) => {
  try {
    res.json(await sealFetch('/stats/pages', { headers: apiKeyHeader(seal.apiKey) }));
  } catch (err) {
    next(err);
  }
});

reports.get('/goals', async (_req, res, next) => {
  try {
    res.json(await sealGet('/stats/goals'));
  } catch (err) {
    next(err);
  }
});
