import api from './config';

export async function get(path: string, headers: Record<string, string>) {
  const answer = await fetch(`${api.base}${path}`, { headers });
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  return answer.json();
}

export function bearer(token: string) {
  return { Authorization: `Bearer ${token}` };
}
