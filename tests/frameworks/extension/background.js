import { settings } from './settings.js';

chrome.alarms.create('poll', { periodInMinutes: 5 });
chrome.alarms.onAlarm.addListener(async () => {
  const { sealmetricsToken } = await chrome.storage.local.get('sealmetricsToken');
  const response = await fetch(`${settings.base}/stats/live`, { headers: { Authorization: `Bearer ${sealmetricsToken}` } }); ⟪authorized-call-from-client⟫
  if (response.ok) chrome.action.setBadgeText({ text: String((await response.json()).visitors) });
});
