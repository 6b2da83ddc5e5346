'use strict';

const https = require('node:https');
const { API, STATUS, WAITS } = require('./constants');

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** One GET. `key` goes into X-API-Key. Resolves with { status, body, wait }. */
function call(path, key) {
  return new Promise((resolve, reject) => {
    https
      .get(`${API}${path}`, { headers: { 'X-API-Key': key } }, (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode,
            wait: Number(response.headers['retry-after']) * 1000,
            body: Buffer.concat(chunks).toString(),
          }),
        );
      })
      .on('error', reject);
  });
}

async function read(path, key = process.env.SEALMETRICS_API_KEY) {
  for (const pause of WAITS) {
    const answer = await call(path, key);
    if (answer.status === STATUS.OK) return JSON.parse(answer.body);
    if (answer.status !== STATUS.BUSY) throw new Error(`sealmetrics ${path}: ${answer.status}`);
    console.warn('sealmetrics is busy, waiting', answer.wait || pause);
    await sleep((answer.wait || pause) + Math.random() * 300);
  }
  throw new Error(`sealmetrics ${path}: still busy`);
}

module.exports = { call, read };
