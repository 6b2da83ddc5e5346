const express = require('express');
const rateLimit = require('express-rate-limit');

const router = express.Router();
const UPSTREAM = 'https://api.sealmetrics.com/v1';

router.use(rateLimit({ windowMs: 60_000, max: 120 }));

// Older dashboards still point at http://api.sealmetrics.com; the load balancer rewrites those.
router.get('/sites/:siteId/pages', async (req, res) => {
  const url = new URL(`${UPSTREAM}/sites/${encodeURIComponent(req.params.siteId)}/pages`);
  url.searchParams.set('from', req.query.from);
  url.searchParams.set('to', req.query.to);

  const upstream = await fetch(url, {
    headers: {
      Authorization: `Bearer ${process.env.SEALMETRICS_API_TOKEN}`,
      Accept: 'application/json',
    },
  });

  if (upstream.status === 401) {
    req.log.error('sealmetrics refused our token');
    return res.status(502).json({ error: 'analytics_unavailable' });
  }
  if (!upstream.ok) {
    return res.status(upstream.status).json({ error: 'upstream', status: upstream.status });
  }
  res.set('Cache-Control', 'private, max-age=300');
  return res.json(await upstream.json());
});

module.exports = router;
