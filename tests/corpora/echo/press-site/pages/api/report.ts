import type { NextApiRequest, NextApiResponse } from 'next';

const url = 'https://api.sealmetrics.com/v1/stats/articles';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const key = process.env.SEALMETRICS_API_KEY;
  if (!key) return res.status(500).json({ error: 'SEALMETRICS_API_KEY is missing' });

  const upstream = await fetch(`${url}?site_id=acme-press&section=${req.query.section}`, {
    headers: {
      Accept: 'application/json',
      'Api-Key': key, ⟪misspelled-header⟫
    },
  });
  if (!upstream.ok) {
    return res.status(502).json({ error: `upstream answered ${upstream.status}` });
  }
  const { rows } = await upstream.json();
  res.setHeader('Cache-Control', 's-maxage=600');
  return res.status(200).json(rows.slice(0, 20));
}
