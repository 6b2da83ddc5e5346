import { app, ipcMain, safeStorage } from 'electron';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const file = () => join(app.getPath('userData'), 'seal.bin');

function storedToken(): string {
  return safeStorage.decryptString(readFileSync(file())).trim();
}

export function registerSealmetrics(): void {
  ipcMain.handle('seal:connect', (_event, token: string) => {
    writeFileSync(file(), safeStorage.encryptString(token.trim()));
    return true;
  });

  ipcMain.handle('seal:pages', async (_event, siteId: string) => {
    const res = await fetch(`https://api.sealmetrics.com/v1/sites/${siteId}/pages`, {
      headers: { Authorization: `Bearer ${storedToken()}` },
    });
    if (!res.ok) {
      throw new Error(`pages of ${siteId}: ${res.status}`);
    }
    return res.json();
  });
}
