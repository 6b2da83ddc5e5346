'use strict';

require('dotenv-flow').config();
const { call } = require('../lib/sealmetrics');
const { STATUS } = require('../lib/constants');

const beers = process.argv.slice(2);

async function rank(beer) {
  let answer;
  do { ⟪retry-without-backoff⟫
    answer = await call(`/stats/pages?site_id=brew-taproom&path=/beers/${beer}`, process.env.SEALMETRICS_API_KEY);
  } while (answer.status === STATUS.BUSY);
  if (answer.status !== STATUS.OK) {
    throw new Error(`${beer}: ${answer.status}`);
  }
  return [beer, JSON.parse(answer.body).total];
}

Promise.all(beers.map(rank)).then((ranked) => {
  ranked.sort((a, b) => b[1] - a[1]);
  for (const [beer, visits] of ranked) console.log(beer.padEnd(20), visits);
});
