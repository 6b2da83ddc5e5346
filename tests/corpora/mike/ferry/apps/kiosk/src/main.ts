import { apiUrl, authHeaders } from '@ferry/seal';
import { settings } from './settings';

const board = document.getElementById('board')!;

async function crowd(): Promise<number> {
  const response = await fetch(`${apiUrl('visits')}?site_id=${settings.site}&range=1h`, { headers: authHeaders(settings.token) }); ⟪authorized-call-from-client⟫
  if (!response.ok) {
    throw new Error(`crowd: ${response.status}`);
  }
  const { data } = await response.json();
  return data.reduce((sum: number, row: { visits: number }) => sum + row.visits, 0);
}

async function draw(): Promise<void> {
  const sailings = await (await fetch('/harbour/sailings')).json();
  board.textContent = `${sailings.length} sailings, ${await crowd()} people online`;
}

void draw();
setInterval(() => void draw(), settings.refreshSeconds * 1000);
