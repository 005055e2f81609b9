import { expect, test } from '@playwright/test';
import { serveDevelopment } from '#tests/support/demo-site.ts';

test('npm run dev opens with the clinic in the browser', async ({ page }) => {
  test.setTimeout(180_000);
  const site = await serveDevelopment();
  try {
    await page.goto(`${site.url}/patients?mock-role=receptionist`);
    const patients = page.getByRole('heading', { name: 'Patients', exact: true });
    // The first start also prepares the packages and makes the demo clinic.
    await expect(patients).toBeVisible({ timeout: 120_000 });
  } finally {
    await site.close();
  }
});
