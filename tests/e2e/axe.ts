import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';

type Found = { rule: string; nodes: string[] };

/** Runs axe on the page as it stands. */
async function violationsOf(page: Page): Promise<Found[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await window.axe.run(document, { resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => ({
      rule: id,
      nodes: nodes.map((node) => `${node.target.join(' ')}: ${node.any[0]?.message ?? ''}`),
    }));
  });
}

/** Holds the page to axe in light and in dark. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect.soft(await violationsOf(page), `${where}, ${colorScheme}`).toEqual([]);
  }
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
