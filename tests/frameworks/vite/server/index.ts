import express from 'express';

const app = express();
app.get('/api/visits', async (request, response) => {
  const answer = await fetch('https://my.sealmetrics.com/api/v1/stats/visits', {
    headers: { Authorization: `Bearer ${process.env.SEALMETRICS_API_TOKEN}` },
  });
  response.status(answer.status).json(await answer.json());
});
app.listen(3000);
