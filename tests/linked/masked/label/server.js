const express = require('express');
const { seal } = require('./config');

const app = express();

app.get('/labels', async (req, res) => {
  const answer = await fetch(`${seal.url}/stats`, { headers: { Authorization: `Bearer ${seal.token}` } });
  if (!answer.ok) return res.sendStatus(502);
  res.json(await answer.json());
});

app.get('/about', (req, res) => {
  console.log(`token ${seal.token.slice(0, 4)}… or …${seal.token.slice(-4)}`);
  res.json({ url: seal.url, token: `${seal.token.slice(0, 4)}…` });
});

app.get('/debug', (req, res) => {
  console.log(`token ${seal.token}`); ⟪token-in-log⟫
  res.json({ token: seal.token }); ⟪token-sent-to-client⟫
});
