import type { ProblemDetails } from '#domain/shared/problem.ts';

const MOST_TRIES = 3;

function otherValue(value: unknown): unknown {
  if (typeof value === 'string') return `${value} bis`;
  if (typeof value === 'boolean') return !value;
  return typeof value === 'number' ? value + 1 : value;
}

/** The same fields with other values, except those named. */
const otherValues = (body: object, except: ReadonlySet<string>): object =>
  Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      except.has(name) ? value : otherValue(value),
    ]),
  );

function asIfFrom(request: Request, body: string | null): Request {
  const headers = new Headers(request.headers);
  headers.delete('idempotency-key');
  return new Request(request.url, { method: request.method, headers, body });
}

/**
 * Saves a change to the very fields of this one, as a colleague at another desk might a moment
 * earlier; fields that refuse another value keep theirs. Answers whether it could be saved.
 */
export async function saveFirst(
  answer: (request: Request) => Promise<Response>,
  request: Request,
): Promise<boolean> {
  const text = await request.clone().text();
  if (request.method === 'DELETE') return false;
  if (text === '') return (await answer(asIfFrom(request, null))).ok;
  const body: unknown = JSON.parse(text);
  if (typeof body !== 'object' || body === null) return false;
  const refused = new Set<string>();
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const saved = await answer(asIfFrom(request, JSON.stringify(otherValues(body, refused))));
    if (saved.ok) return true;
    if (saved.status !== 422) return false;
    // Every 422 of the API is a problem with the fields it is about.
    const problem = (await saved.json()) as ProblemDetails;
    for (const { path } of problem.fields ?? []) refused.add(path.split('.')[0] ?? path);
  }
  return false;
}
