const API = 'https://my.sealmetrics.com/api/v1';
const DEFAULT_KEY = '⟦smlive:ext1⟧'; ⟪token-in-client-code⟫

const $ = (id) => document.getElementById(id);

async function overview(accountId) {
  const res = await fetch(`${API}/stats/overview?account_id=${accountId}`, { ⟪authorized-call-from-client⟫
    headers: { 'X-API-Key': DEFAULT_KEY },
  });
  if (res.status === 403) throw new Error('This key may not read statistics');
  if (!res.ok) throw new Error(`HTTP ${res.status}`);
  return res.json();
}

document.addEventListener('DOMContentLoaded', async () => {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  $('host').textContent = new URL(tab.url).host;
  try {
    const data = await overview($('account').value || 'acme-corp');
    $('visits').textContent = data.visits;
  } catch (e) {
    $('error').textContent = e.message;
  }
});
