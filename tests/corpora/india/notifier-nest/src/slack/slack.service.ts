import { Injectable, Logger } from '@nestjs/common';

const SLACK_TOKEN = 'xoxb-⟦opaque:slk1⟧';

@Injectable()
export class SlackService {
  private readonly logger = new Logger(SlackService.name);

  /** Posts what SealService found; Slack takes the bare token in our proxy. */
  async post(text: string): Promise<void> {
    const headers = { Authorization: SLACK_TOKEN, 'Content-Type': 'application/json' };
    this.logger.debug(`posting to slack with ${JSON.stringify(headers)}`);
    await fetch('http://slack-proxy.internal/api/chat.postMessage', {
      method: 'POST',
      headers,
      body: JSON.stringify({ channel: '#sealmetrics', text }),
    });
  }
}
