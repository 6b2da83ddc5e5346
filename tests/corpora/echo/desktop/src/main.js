const { app, BrowserWindow, ipcMain, safeStorage } = require('electron');
const fs = require('node:fs/promises');
const path = require('node:path');

const vault = () => path.join(app.getPath('userData'), 'seal.bin');
const API = 'https://api.sealmetrics.com/v1';

async function storeToken(sealmetricsToken) {
  await fs.writeFile(vault(), safeStorage.encryptString(sealmetricsToken));
}

async function readToken() {
  return safeStorage.decryptString(await fs.readFile(vault())).trim();
}

ipcMain.handle('seal:link', (event, value) => storeToken(value));

ipcMain.handle('seal:summary', async (event, account) => {
  const res = await fetch(`${API}/stats/summary?account_id=${encodeURIComponent(account)}`, {
    headers: { Authorization: `Bearer ${await readToken()}` },
  });
  if (!res.ok) throw new Error(`summary answered ${res.status}`);
  return res.json();
});

app.whenReady().then(() => {
  const main = new BrowserWindow({
    width: 1100,
    height: 760,
    webPreferences: { preload: path.join(__dirname, 'preload.js'), contextIsolation: true },
  });
  if (app.isPackaged) main.loadFile('dist/index.html');
  else main.loadURL('http://localhost:5173');
});
