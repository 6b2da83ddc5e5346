import express from 'express';

const SEAL_API = 'https://my.sealmetrics.com/api/v1';
const SEAL_KEY = '⟦sm:1⟧'; ⟪hardcoded-token,shared-token⟫

export const router = express.Router();

async function seal(path: string): Promise<unknown> {
  const res = await fetch(SEAL_API + path, { headers: { 'X-API-Key': SEAL_KEY } });
  if (!res.ok) {
    throw Object.assign(new Error(`upstream answered ${res.status}`), { status: 502 });
  }
  return res.json();
}

router.get('/today', (_req, res, next) => seal('/stats/today').then((d) => res.json(d), next));
router.get('/sites', (_req, res, next) => seal('/sites').then((d) => res.json(d), next));
