import { expect, test } from '@playwright/test';

test('the browser never talks to the API host', async ({ page }) => {
  const hosts = new Set<string>();
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
  await page.goto('/dashboard');
  expect(hosts).not.toContain('my.sealmetrics.com');
  expect(await page.content()).not.toMatch(/sm_[A-Za-z0-9]{20,}/);
});
