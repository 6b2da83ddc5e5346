import settings from '../settings.json';

export async function report(): Promise<unknown> {
  const answer = await fetch(settings.url + '/report', { headers: { Authorization: 'Bearer ' + settings.token } }); ⟪duplicate-scheme⟫
  if (!answer.ok) throw new Error(`report: ${answer.status}`);
  return answer.json();
}

export async function mailed(): Promise<unknown> {
  const answer = await fetch('https://api.mailer.io/stats', { headers: { Authorization: 'Bearer ' + settings.mailer } });
  if (!answer.ok) throw new Error(`mailed: ${answer.status}`);
  return answer.json();
}
