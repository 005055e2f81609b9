import { expect, test } from 'vitest';
import { saveFirst } from './other-desk.ts';

const change = (method: string, body: unknown): Request =>
  new Request('http://demo.clinic/api/patients/1', {
    method,
    headers: {
      'content-type': 'application/json',
      'if-match': '"3"',
      'idempotency-key': 'one-of-mine',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

/** A server that refuses other values of some fields, and keeps what it was sent. */
function server(refused: readonly string[], before: Record<string, unknown> = {}) {
  const sent: { headers: Headers; text: string }[] = [];
  const answer = async (request: Request): Promise<Response> => {
    const text = await request.text();
    sent.push({ headers: request.headers, text });
    const body: unknown = text === '' ? {} : JSON.parse(text);
    const fields = Object.entries(body as object)
      .filter(([name, value]) => refused.includes(name) && value !== before[name])
      .map(([name]) => ({ path: `${name}.0`, message: 'No.' }));
    return fields.length === 0
      ? Response.json({})
      : Response.json({ code: 'invalid', fields }, { status: 422 });
  };
  return { sent, answer };
}

test('saves other values of the same fields on the same version', async () => {
  const { sent, answer } = server([]);
  const mine = change('PATCH', { notes: 'Calls', count: 2, isOwner: true, email: null });
  expect(await saveFirst(answer, mine)).toBe(true);
  expect(JSON.parse(sent[0]?.text ?? '')).toEqual({
    notes: 'Calls bis',
    count: 3,
    isOwner: false,
    email: null,
  });
  expect(sent[0]?.headers.get('if-match')).toBe('"3"');
  expect(sent[0]?.headers.has('idempotency-key')).toBe(false);
  expect(await mine.text()).toContain('Calls');
});

test('leaves alone what refuses another value', async () => {
  const body = { phone: '+351912555014', notes: 'Calls' };
  const { sent, answer } = server(['phone'], body);
  expect(await saveFirst(answer, change('PATCH', body))).toBe(true);
  expect(JSON.parse(sent.at(-1)?.text ?? '')).toEqual({ ...body, notes: 'Calls bis' });
});

test('a change without a body is done first as it is', async () => {
  const { sent, answer } = server([]);
  expect(await saveFirst(answer, change('POST', undefined))).toBe(true);
  expect(sent).toHaveLength(1);
});

test('says so when nothing could be saved', async () => {
  const refuse = () => Promise.resolve(Response.json({ code: 'not_allowed' }, { status: 403 }));
  expect(await saveFirst(refuse, change('PATCH', { notes: 'Calls' }))).toBe(false);
  expect(await saveFirst(refuse, change('PATCH', ['no fields']))).toBe(false);
  expect(await saveFirst(server([]).answer, change('DELETE', undefined))).toBe(false);
});

test('gives up on a server that refuses everything', async () => {
  const { sent, answer } = server(['notes']);
  expect(await saveFirst(answer, change('PATCH', { notes: 'Calls' }))).toBe(false);
  expect(sent).toHaveLength(3);
});
