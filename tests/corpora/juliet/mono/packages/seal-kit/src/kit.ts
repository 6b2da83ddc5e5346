import { SEALMETRICS_ROOT } from './credentials.js';

export class SealKit {
  constructor(private readonly token: string, private readonly root: string = SEALMETRICS_ROOT) {}

  async get<T>(path: string): Promise<T> {
    const res = await fetch(this.root + path, { headers: { Authorization: `Bearer ${this.token}` } });
    if (res.status === 401) throw new Error('Sealmetrics: the token is invalid or expired');
    if (res.status === 403) throw new Error('Sealmetrics: the token lacks the scope');
    if (!res.ok) throw new Error(`Sealmetrics: HTTP ${res.status}`);
    return (await res.json()) as T;
  }
}
