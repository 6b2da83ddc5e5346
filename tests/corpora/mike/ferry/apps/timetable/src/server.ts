import express from 'express';
import { createSealHttp } from '@ferry/seal';
import { config } from './config.js';
import { popularity } from './popularity.js';

const app = express();
const seal = createSealHttp({ token: config.seal.token, service: config.service });

app.get('/healthz', (_req, res) => res.json({ ok: true }));

app.get('/sailings/popular', async (_req, res, next) => {
  try {
    res.json(await popularity(seal, config.seal.site));
  } catch (error) {
    next(error);
  }
});

app.listen(config.port, () => console.log(`timetable on ${config.port}, site ${config.seal.site}`));
