import { app, ipcMain, safeStorage } from 'electron';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

const ROOT = 'https://my.sealmetrics.com/api/v1';
const vault = path.join(app.getPath('userData'), 'seal.bin');

async function storeKey(key: string): Promise<void> {
  if (!safeStorage.isEncryptionAvailable()) {
    throw new Error('no keychain on this machine');
  }
  await writeFile(vault, safeStorage.encryptString(key.trim()));
}

async function loadKey(): Promise<string> {
  return safeStorage.decryptString(await readFile(vault));
}

export function registerAnalytics(): void {
  ipcMain.handle('seal:connect', async (_event, key: string) => {
    await storeKey(key);
    return { connected: true };
  });

  ipcMain.handle('seal:overview', async (_event, site: string) => {
    const response = await fetch(`${ROOT}/stats/overview?site_id=${encodeURIComponent(site)}`, {
      headers: { 'X-API-Key': await loadKey(), Accept: 'application/json' },
    });
    if (response.status === 401) {
      return { error: 'The key was refused. Paste a new one in Settings.' };
    }
    return response.json();
  });
}
