function need(name: string): string {
  const value = process.env[name]?.trim();
  if (!value) throw new Error(`${name} is missing`);
  return value;
}

const iso = (date: Date) => date.toISOString().slice(0, 10);

export const MAILER = {
  token: need('MAILER_SEALMETRICS_TOKEN'),
  smtp: need('SMTP_URL'),
  today: () => iso(new Date()),
  since: () => iso(new Date(Date.now() - 7 * 86_400_000)),
};
