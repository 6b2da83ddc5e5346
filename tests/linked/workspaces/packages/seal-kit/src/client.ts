export class SealClient {
  constructor(private readonly token: string) {}

  async accounts() {
    const answer = await fetch('https://api.sealmetrics.com/v1/accounts', { headers: { Authorization: `Bearer ${this.token}` } });
    if (!answer.ok) throw new Error('no accounts');
    return answer.json();
  }
}
