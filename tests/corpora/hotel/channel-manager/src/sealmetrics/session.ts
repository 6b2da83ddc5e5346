export interface TokenPair {
  accessToken: string;
  expiresAt: number;
}

const AUTH_URL = 'https://my.sealmetrics.com/api/v1/auth/token';
const SKEW_MS = 30_000;

/** Keeps the fifteen-minute access token in memory, and asks for a new one before it expires. */
export class SealSession {
  private current: TokenPair | null = null;

  constructor(
    private readonly email = process.env.SEAL_METRICS_EMAIL ?? '',
    private readonly password = process.env.SEAL_METRICS_PASSWORD ?? '',
  ) {}

  async headers(): Promise<Record<string, string>> {
    if (!this.current || this.current.expiresAt - SKEW_MS < Date.now()) {
      this.current = await this.login();
    }
    return { Authorization: `Bearer ${this.current.accessToken}` };
  }

  private async login(): Promise<TokenPair> {
    const response = await fetch(AUTH_URL, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: this.email, password: this.password }),
    });
    if (!response.ok) {
      throw new Error(`login answered ${response.status}`);
    }
    const body = (await response.json()) as { access_token: string; expires_in: number };
    return { accessToken: body.access_token, expiresAt: Date.now() + body.expires_in * 1000 };
  }
}
