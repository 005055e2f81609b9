import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PICTURE_COLOURS } from '#domain/reports/picture-svg.ts';

test('exported pictures have the colours of the light theme', () => {
  const tokens = readFileSync(new URL('../../src/ui/tokens.css', import.meta.url), 'utf8');
  const light = /\[data-theme='light'\] \{([^}]*)\}/.exec(tokens)?.[1] ?? '';
  for (const [name, colour] of Object.entries(PICTURE_COLOURS))
    expect(light, name).toContain(`--${name}: ${colour};`);
});
