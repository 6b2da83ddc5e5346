const CONFIG = {
  api: 'https://api.sealmetrics.com/v1',
  site: 'kite-web',
  headers: {
    Accept: 'application/json',
    Authorization: 'Bearer ⟦opaque:21⟧', ⟪token-in-client-code⟫
  },
};

const badge = {
  set(text) {
    chrome.action.setBadgeText({ text });
    chrome.action.setBadgeBackgroundColor({ color: '#2f6fed' });
  },
};

async function liveVisitors() {
  const response = await fetch(`${CONFIG.api}/live?site=${CONFIG.site}`, { headers: CONFIG.headers }); ⟪authorized-call-from-client⟫
  if (!response.ok) {
    throw new Error(`live visitors: ${response.status}`);
  }
  const { visitors } = await response.json();
  return visitors;
}

chrome.runtime.onInstalled.addListener(() => {
  chrome.alarms.create('refresh', { periodInMinutes: 1 });
});

chrome.alarms.onAlarm.addListener(async (alarm) => {
  if (alarm.name !== 'refresh') return;
  try {
    badge.set(String(await liveVisitors()));
  } catch (error) {
    badge.set('!');
    console.warn(error.message);
  }
});
