import { ApiBase } from './base';
export class SealApi extends ApiBase {
  constructor() {
    super('https://api.sealmetrics.com/v1', { 'X-API-Key': process.env.SEALMETRICS_API_KEY! });
  }
  async visits() {
    const res = await this.send('/stats/daily');
    if (!res.ok) throw new Error(`status ${res.status}`);
    return res.json();
  }
}
