import { expect, test } from '@playwright/test';

test.describe('stats panel', () => {
  test.beforeEach(async ({ page }) => {
    await page.route('https://t.sealmetrics.com/**', (route) => route.abort());
    await page.route('**/api/stats*', (route) =>
      route.fulfill({ json: { data: [{ room: 'Aurora', bookings: 12 }] } }),
    );
  });

  test('never talks to the analytics API from the browser', async ({ page }) => {
    const leaked: string[] = [];
    page.on('request', (request) => {
      if (request.url().startsWith('https://api.sealmetrics.com') || request.headers()['authorization']) {
        leaked.push(request.url());
      }
    });
    await page.goto('/reports');
    await expect(page.getByRole('cell', { name: 'Aurora' })).toBeVisible();
    expect(leaked).toEqual([]);
  });

  test('redirects plain http', async ({ request }) => {
    const response = await request.get('http://localhost:3000/reports', { maxRedirects: 0 });
    expect(response.status()).toBe(308);
  });
});
