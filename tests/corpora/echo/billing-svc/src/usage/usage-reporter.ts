import ky from 'ky';
import { Logger } from '../logging';

export interface SealOptions {
  apiKey: string;
  host?: string;
  scheme?: string;
}

export class UsageReporter {
  private readonly root: string;

  constructor(
    private readonly options: SealOptions,
    private readonly log: Logger,
  ) {
    const host = options.host ?? 'my.sealmetrics.com';
    this.root = `${options.scheme ?? 'https'}://${host}/api/v1`;
  }

  async eventsOf(account: string, month: string): Promise<number> {
    const headers = { 'X-API-Key': this.options.apiKey, Accept: 'application/json' };
    this.log.debug('usage request', { account, month, headers }); ⟪token-in-log⟫
    const body = await ky
      .get(`${this.root}/accounts/${account}/usage`, { searchParams: { month }, headers })
      .json<{ events: number }>();
    return body.events;
  }
}

export async function invoiceLines(reporter: UsageReporter, accounts: string[], month: string) {
  const lines = [];
  for (const account of accounts) {
    const events = await reporter.eventsOf(account, month);
    lines.push({ account, month, events, cents: Math.ceil(events / 1000) * 12 });
  }
  return lines;
}
