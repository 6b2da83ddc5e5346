const request = require('supertest');
const nock = require('nock');
const app = require('../../src/app');

const LIVE_KEY = '⟦sm:j1⟧'; ⟪hardcoded-token⟫

describe('GET /overview', () => {
  beforeAll(() => {
    process.env.SEALMETRICS_API_KEY = LIVE_KEY;
    nock('https://my.sealmetrics.com', { reqheaders: { 'x-api-key': LIVE_KEY } })
      .persist()
      .get('/api/v1/stats/conversions')
      .query(true)
      .reply(200, { rows: [{ day: '2026-10-01', conversions: 12 }] });
  });

  afterAll(() => nock.cleanAll());

  it('sends the rows on', async () => {
    const res = await request(app).get('/overview?account=acme-corp&from=2026-10-01&to=2026-10-02');
    expect(res.status).toBe(200);
    expect(res.body.rows).toHaveLength(1);
  });
});
