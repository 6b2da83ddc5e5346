import nodemailer from 'nodemailer';
import { SealClient, SEAL_URL } from '@suite/seal';
import { MAILER } from './env';

const client = new SealClient(MAILER.token);
const transport = nodemailer.createTransport(MAILER.smtp);

export async function digest(to: string[]): Promise<void> {
  const rows = await client.daily(MAILER.since(), MAILER.today());
  const visits = rows.reduce((sum, row) => sum + row.visits, 0);
  await transport.sendMail({ to, subject: 'Weekly traffic', text: `${visits} visits this week` });
  console.info('digest sent to %d people', to.length);
}

export async function sites(): Promise<string[]> {
  const res = await fetch(`${SEAL_URL}/sites`, { method: 'GET' }); ⟪missing-authorization,unhandled-auth-error⟫
  const body = (await res.json()) as { data: { name: string }[] };
  return body.data.map((site) => site.name);
}
