import { Router } from 'express';
import { publicUrl, seal } from '@config';
import { sealGet } from '@seal';

export const widgets = Router();

widgets.get('/embed', (_req, res) => {
  res.render('embed', { pixel: seal.pixel, account: seal.accountId, origin: publicUrl });
});

widgets.get('/bootstrap.json', (_req, res) => {
  res.json({
    account: seal.accountId,
    pixel: seal.pixel,
    credentials: seal.token, ⟪token-sent-to-client⟫
  });
});

widgets.get('/today.json', async (_req, res, next) => {
  try {
    const { visits } = await sealGet<{ visits: number }>('/stats/today');
    res.set('Cache-Control', 'public, max-age=60').json({ visits });
  } catch (err) {
    next(err);
  }
});

widgets.get('/diagnostics.json', (_req, res) => {
  res.json({ account: seal.accountId, tokenPresent: seal.token.length > 0, tokenStart: seal.token.slice(0, 4) + '…' });
});
