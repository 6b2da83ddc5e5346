'use strict';

require('dotenv-flow').config();
const express = require('express');
const { read } = require('./lib/sealmetrics');
const { level } = require('./lib/kegs');

const app = express();

app.get('/taps/:tap', async (request, response, next) => {
  try {
    const [litres, pages] = await Promise.all([
      level(request.params.tap),
      read(`/stats/pages?site_id=${process.env.SEALMETRICS_SITE_ID}&path=/beers/${request.params.tap}`),
    ]);
    response.json({ litres, visits: pages.data.reduce((n, row) => n + row.visits, 0) });
  } catch (error) {
    next(error);
  }
});

app.get('/version', (_request, response) => response.json({ version: require('./package.json').version }));

app.listen(process.env.PORT);
