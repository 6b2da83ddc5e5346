import type { NextApiRequest, NextApiResponse } from 'next';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const response = await fetch('https://my.sealmetrics.com/api/v1/stats/entrances', {
    headers: { 'X-API-Key': process.env.SEALMETRICS_API_TOKEN! },
  });
  res.status(response.status).json(await response.json());
}
