const DEFAULTS = {
  endpoint: 'https://my.sealmetrics.com/api/v1',
  site: 'acme-corp',
  minutes: 10,
};

const builtIn = '⟦sm:122⟧'; ⟪token-in-client-code⟫

async function badge() {
  const res = await fetch(`${DEFAULTS.endpoint}/realtime?site_id=${DEFAULTS.site}`, { ⟪authorized-call-from-client⟫
    headers: { 'X-API-Key': builtIn },
  });
  if (!res.ok) {
    await chrome.action.setBadgeText({ text: '!' });
    return;
  }
  const { visitors } = await res.json();
  await chrome.action.setBadgeText({ text: visitors > 999 ? '1k' : String(visitors) });
}

chrome.runtime.onInstalled.addListener(() => {
  chrome.alarms.create('badge', { periodInMinutes: DEFAULTS.minutes });
  badge();
});

chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === 'badge') badge();
});
