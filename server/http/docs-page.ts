import { PROBLEMS } from '#domain/shared/problem.ts';
import type { PlacedOperation } from './openapi.ts';

const escapeHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const STYLE = `
:root{color-scheme:light dark;--line:#8884;--accent:light-dark(#016374,#72c6d7)}
body{font:15px/24px system-ui,sans-serif;margin:0 auto;max-width:920px;padding:24px}
h1{font-size:22px}h2{font-size:17px;margin:40px 0 8px}
details{border-top:1px solid var(--line)}summary{cursor:pointer;padding:8px 0}
code,pre{font:13px/20px ui-monospace,monospace}pre{overflow:auto;padding:12px;border:1px solid var(--line);border-radius:6px}
b{color:var(--accent);display:inline-block;min-width:56px}small{opacity:.75;margin-inline-start:8px}
table{border-collapse:collapse}td{padding:4px 16px 4px 0;vertical-align:top}`;

function operationHtml(operation: PlacedOperation): string {
  const headers = [
    ...(operation.versioned ? ['If-Match'] : []),
    ...(operation.method === 'POST' ? ['Idempotency-Key (optional)'] : []),
  ];
  const example =
    operation.example === undefined
      ? ''
      : `<p>Example of a body:</p><pre>${escapeHtml(JSON.stringify(operation.example, null, 2))}</pre>`;
  return `<details id="${operation.id}"><summary><b>${operation.method}</b><code>${escapeHtml(operation.path)}</code>
<small>${escapeHtml(operation.summary)}</small></summary>
<p>Operation <code>${operation.id}</code>, needs <code>${operation.access}</code>, answers ${operation.status}.
${headers.length > 0 ? `Headers: ${headers.join(', ')}.` : ''}</p>${example}</details>`;
}

/** A readable page of the API, without scripts and without another host. */
export function docsPage(operations: readonly PlacedOperation[]): string {
  const areas = new Map<string, PlacedOperation[]>();
  for (const operation of operations) {
    const area = operation.path.split('/')[2] ?? 'api';
    areas.set(area, [...(areas.get(area) ?? []), operation]);
  }
  const sections = Array.from(
    areas,
    ([area, ones]) => `<h2>${escapeHtml(area)}</h2>${ones.map(operationHtml).join('')}`,
  );
  const problems = Object.entries(PROBLEMS).map(
    ([code, { status, title }]) =>
      `<tr id="problem-${code}"><td><code>${code}</code></td><td>${status}</td><td>${escapeHtml(title)}</td></tr>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Mesodesk API</title>
<meta name="viewport" content="width=device-width,initial-scale=1"><style>${STYLE}</style></head><body><main>
<h1>Mesodesk clinic API</h1>
<p>The machine-readable document, with every schema, is <a href="/api/openapi.json">openapi.json</a>.
Sign in with <code>POST /api/auth/sign-in</code>; the cookie does the rest. Lists answer <code>{ items, nextCursor }</code>.
Records carry a <code>version</code>; a change names it in <code>If-Match</code>.</p>
${sections.join('')}
<h2>Problems</h2><p>Every error is an RFC 9457 problem with one of these codes.</p><table>${problems.join('')}</table>
</main></body></html>`;
}
