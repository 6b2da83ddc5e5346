export class SealmetricsClient {
  constructor(private readonly token: string, private readonly base = 'https://my.sealmetrics.com/api/v1') {}

  async get<T>(path: string): Promise<T> {
    const response = await fetch(`${this.base}${path}`, { headers: { Authorization: `Bearer ${this.token}` } });
    if (!response.ok) throw new Error(`Sealmetrics: ${response.status}`);
    return (await response.json()) as T;
  }
}
