import { expect, test } from 'vitest';
import type { Problem, ProblemDetails } from '#domain/shared/problem.ts';
import type { Session, SessionUpdate } from '#domain/sessions/session.ts';
import { ApiProblem } from '#src/lib/problem.ts';
import { sampleSession } from '#tests/support/sample-session.ts';
import { Autosave, PAUSE_MS } from './autosave.ts';
import { valuesOf } from './session-values.ts';

/** A clock that stands until it is moved. */
function fakeClock() {
  let now = 0;
  let waiting: { at: number; run: () => void }[] = [];
  return {
    later: (ms: number, run: () => void) => {
      const entry = { at: now + ms, run };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((one) => one !== entry);
      };
    },
    /** Moves the clock, and lets every answer arrive. */
    async pass(ms: number): Promise<void> {
      const until = now + ms;
      for (;;) {
        for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
        const [next] = waiting.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
        if (!next) break;
        now = next.at;
        waiting = waiting.filter((one) => one !== next);
        next.run();
      }
      now = until;
    },
  };
}

const problem = (code: Problem['code'], more: Partial<ProblemDetails> = {}): ApiProblem =>
  new ApiProblem({ type: '', title: code, status: 400, code, requestId: 'r', ...more });

type Answer = (version: number, change: SessionUpdate) => Session | Promise<Session>;

/** A server with one draft, answering as told, by default as the real one. */
function begin(start: Partial<Session> = {}) {
  const clock = fakeClock();
  let record: Session = { ...sampleSession, ...start };
  const requests: SessionUpdate[] = [];
  const kept: string[] = [];
  const answers: Answer[] = [];
  const save: Answer = (version, change) => {
    if (version !== record.version) throw problem('stale', { current: record });
    record = { ...record, ...change, version: record.version + 1 } as Session;
    return record;
  };
  const autosave = new Autosave(
    record,
    { over: record, values: valuesOf(record), clashes: [] },
    {
      send: async (version, change) => {
        requests.push(change);
        return await (answers.shift() ?? save)(version, change);
      },
      keep: (base, values) => {
        kept.push(`${base.notes} > ${values.notes}`);
        return true;
      },
      later: clock.later,
    },
  );
  return {
    autosave,
    clock,
    requests,
    kept,
    answers,
    elsewhere: (change: Partial<Session>) => {
      record = { ...record, ...change, version: record.version + 1 };
    },
    record: () => record,
    status: () => autosave.getState().status,
  };
}

const offline: Answer = () => {
  throw new TypeError('Failed to fetch');
};

test('is sent once nothing was typed for a second, and only what changed', async () => {
  const { autosave, clock, requests, status } = begin();
  autosave.change({ notes: 'a' });
  await clock.pass(PAUSE_MS - 1);
  autosave.change({ notes: 'ab' });
  await clock.pass(PAUSE_MS - 1);
  expect(requests).toEqual([]);
  expect(status()).toEqual({ kind: 'waiting' });
  await clock.pass(1);
  expect(requests).toEqual([{ notes: 'ab' }]);
  expect(status()).toEqual({ kind: 'saved' });
});

test('one request is under way at a time; what is typed meanwhile goes with the next', async () => {
  const { autosave, clock, requests, answers, record, status } = begin();
  let answer: (saved: Session) => void = () => undefined;
  answers.push(
    () =>
      new Promise<Session>((resolve) => {
        answer = resolve;
      }),
  );
  autosave.change({ notes: 'a' });
  await clock.pass(PAUSE_MS);
  expect(status()).toEqual({ kind: 'sending' });
  autosave.change({ notes: 'ab', depthMm: 2 });
  await clock.pass(5 * PAUSE_MS);
  expect(requests).toEqual([{ notes: 'a' }]);
  answer({ ...record(), notes: 'a', version: record().version });
  await clock.pass(PAUSE_MS);
  expect(requests).toEqual([{ notes: 'a' }, { notes: 'ab', depthMm: 2 }]);
  expect(autosave.getState().values.notes).toBe('ab');
  expect(status()).toEqual({ kind: 'saved' });
});

test('what is no number yet holds back itself only, and is kept', async () => {
  const { autosave, clock, requests, status } = begin();
  autosave.change({ depthMm: '2 mm', notes: 'a' });
  await clock.pass(PAUSE_MS);
  expect(requests).toEqual([{ notes: 'a' }]);
  expect(autosave.getState().values.depthMm).toBe('2 mm');
  expect(status()).toEqual({ kind: 'saved' });
});

test('without a network it is kept, tried ever less often, and sent when back', async () => {
  const { autosave, clock, requests, answers, kept, record, status } = begin();
  answers.push(offline, offline, offline);
  autosave.change({ notes: 'a' });
  await clock.pass(PAUSE_MS);
  expect(status()).toEqual({ kind: 'unsent', why: 'network' });
  expect(kept.at(-1)).toBe(' > a');
  await clock.pass(2000 + 4000);
  expect(requests).toHaveLength(3);
  expect(status()).toEqual({ kind: 'unsent', why: 'network' });
  await clock.pass(8000);
  expect(status()).toEqual({ kind: 'saved' });
  expect(record().notes).toBe('a');
  expect(kept.at(-1)).toBe('a > a');
});

test('a locked desk holds it until the desk opens', async () => {
  const { autosave, clock, requests, answers, status } = begin();
  answers.push(() => {
    throw problem('locked');
  });
  autosave.change({ notes: 'a' });
  await clock.pass(60_000);
  expect(requests).toHaveLength(1);
  expect(status()).toEqual({ kind: 'unsent', why: 'desk' });
  expect(await autosave.flush()).toBe(true);
  expect(requests).toHaveLength(2);
});

test('a refused field stays with its reason, and the others are saved', async () => {
  const { autosave, clock, requests, answers, status } = begin();
  answers.push(() => {
    throw problem('invalid', { fields: [{ path: 'device', message: 'No such device.' }] });
  });
  autosave.change({ device: 'X', notes: 'a' });
  await clock.pass(PAUSE_MS);
  expect(requests).toEqual([{ device: 'X', notes: 'a' }, { notes: 'a' }]);
  expect(status()).toEqual({ kind: 'refused' });
  expect(autosave.getState().refusals).toEqual([{ path: 'device', message: 'No such device.' }]);
  autosave.change({ device: 'Y' });
  await clock.pass(PAUSE_MS);
  expect(autosave.getState().refusals).toEqual([]);
  expect(status()).toEqual({ kind: 'saved' });
});

test('a change elsewhere to other fields is merged without asking', async () => {
  const { autosave, clock, elsewhere, record, status } = begin();
  elsewhere({ device: 'Gun' });
  autosave.change({ notes: 'mine' });
  await clock.pass(PAUSE_MS);
  expect(status()).toEqual({ kind: 'saved' });
  expect(record()).toMatchObject({ device: 'Gun', notes: 'mine' });
  expect(autosave.getState().values.device).toBe('Gun');
});

test('an answer that was lost is recognised, not taken for someone else’s change', async () => {
  const { autosave, clock, answers, elsewhere, status } = begin();
  answers.push((version, change) => {
    elsewhere(change as Partial<Session>);
    throw new TypeError(`The answer to version ${version} was lost`);
  });
  autosave.change({ notes: 'mine' });
  await clock.pass(PAUSE_MS + 2000);
  expect(status()).toEqual({ kind: 'saved' });
});

test('the same field changed elsewhere waits for a person, and nothing typed is lost', async () => {
  const { autosave, clock, elsewhere, requests, kept, record, status } = begin();
  elsewhere({ notes: 'theirs' });
  autosave.change({ notes: 'mine' });
  await clock.pass(PAUSE_MS);
  expect(status()).toEqual({ kind: 'conflict' });
  expect(autosave.getState()).toMatchObject({
    clashes: ['notes'],
    values: { notes: 'mine' },
    base: { notes: 'theirs' },
  });
  autosave.change({ notes: 'mine too' });
  await clock.pass(60_000);
  expect(requests).toHaveLength(1);
  // The copy on this device still knows what it was a change of.
  expect(kept.at(-1)).toBe(' > mine too');
  autosave.resolve([]);
  await clock.pass(PAUSE_MS);
  expect(record().notes).toBe('mine too');
});

test('in a conflict the version of the other screen can be taken', async () => {
  const { autosave, clock, elsewhere, record, status } = begin();
  elsewhere({ notes: 'theirs' });
  autosave.change({ notes: 'mine', device: 'Gun' });
  await clock.pass(PAUSE_MS);
  autosave.resolve(['notes']);
  await clock.pass(PAUSE_MS);
  expect(record()).toMatchObject({ notes: 'theirs', device: 'Gun' });
  expect(status()).toEqual({ kind: 'saved' });
});

test('once it is signed on another screen nothing more is sent', async () => {
  const { autosave, clock, answers, requests, status } = begin();
  answers.push(() => {
    throw problem('conflict');
  });
  autosave.change({ notes: 'a' });
  await clock.pass(PAUSE_MS);
  expect(status()).toEqual({ kind: 'closed', why: 'signed' });
  autosave.change({ notes: 'b' });
  await clock.pass(60_000);
  expect(requests).toHaveLength(1);
});
