import type { Session, SessionUpdate } from '#domain/sessions/session.ts';
import type { FieldProblem } from '#domain/shared/problem.ts';
import { ApiProblem } from '#src/lib/problem.ts';
import { rebase } from './rebase.ts';
import {
  changeOf,
  readValues,
  type SessionField,
  type SessionValues,
  valuesOf,
} from './session-values.ts';

/** How long nothing is typed before it is sent. */
export const PAUSE_MS = 1000;
const RETRY_MS = [2000, 4000, 8000, 15_000];

/** Why something typed is not on the server yet, though it will be. */
export type Unsent = 'network' | 'busy' | 'desk';
/** Why a draft can no longer be changed here. */
export type Closed = 'signed' | 'gone' | 'not_yours' | 'discarded';

/** How what is typed stands. */
export type SaveStatus =
  | { kind: 'saved' | 'waiting' | 'sending' | 'refused' | 'conflict' }
  | { kind: 'unsent'; why: Unsent }
  | { kind: 'closed'; why: Closed };

/** The draft as typed, and how its saving stands. */
export type DraftState = {
  /** The record as the server last answered it. */
  base: Session;
  values: SessionValues;
  status: SaveStatus;
  /** What the server refused, at its fields; paths as in `readValues`. */
  refusals: readonly FieldProblem[];
  /** Fields that someone else changed meanwhile to something else; `base` holds theirs. */
  clashes: readonly SessionField[];
  /** Whether this device could store what is not sent yet. */
  isKept: boolean;
};

/** What the queue needs of the world. */
export type AutosavePorts = {
  /** @throws ApiProblem, or anything else when the server was not reached */
  send: (version: number, change: SessionUpdate) => Promise<Session>;
  /** Stores what is not sent; answers whether it could. */
  keep: (base: Session, values: SessionValues) => boolean;
  /** Runs something later; answers how to call it off. */
  later: (ms: number, run: () => void) => () => void;
};

/**
 * Sends a draft as it is typed: after a pause, one request at a time, only what changed. Without
 * a network what is typed is kept and sent later; a refusal stays at its field; a change by
 * someone else is merged, or held until a person picks.
 */
export class Autosave {
  readonly #ports: AutosavePorts;
  readonly #listeners = new Set<() => void>();
  #state: DraftState;
  /** What is typed is a change of this record: `base`, but for clashing fields what they were. */
  #over: Session;
  #callOff: (() => void) | null = null;
  #inFlight: Promise<void> | null = null;
  #failures = 0;

  constructor(
    base: Session,
    start: { over: Session; values: SessionValues; clashes: readonly SessionField[] },
    ports: AutosavePorts,
  ) {
    this.#ports = ports;
    this.#over = start.over;
    this.#state = {
      base,
      values: start.values,
      status: { kind: start.clashes.length > 0 ? 'conflict' : 'saved' },
      refusals: [],
      clashes: start.clashes,
      isKept: true,
    };
    if (start.clashes.length === 0 && this.#isUnsaved()) {
      this.#state = { ...this.#state, status: { kind: 'waiting' } };
      this.#sendAfter(0);
    }
  }

  readonly getState = (): DraftState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Takes what was typed. */
  change(typed: Partial<SessionValues>): void {
    const { status, values, refusals } = this.#state;
    if (status.kind === 'closed') return;
    const next = { ...values, ...typed };
    this.#set({
      values: next,
      refusals: refusals.filter(({ path }) => !((path.split('.')[0] ?? '') in typed)),
      isKept: this.#ports.keep(this.#over, next),
      ...(status.kind === 'unsent' || status.kind === 'conflict'
        ? {}
        : { status: { kind: 'waiting' } }),
    });
    if (status.kind !== 'conflict') this.#sendAfter(PAUSE_MS);
  }

  /** Sends at once what can be sent; answers whether the server now has all of it. */
  async flush(): Promise<boolean> {
    await this.#inFlight;
    await this.#send();
    return this.#state.status.kind === 'saved' && !this.#isUnsaved();
  }

  /** Takes a record read anew, e.g. one that another screen changed. */
  hear(theirs: Session): void {
    if (theirs.version <= this.#state.base.version || this.#inFlight) return;
    this.#merge(theirs);
  }

  /** Ends a conflict: the fields named take what was saved meanwhile, the others what is typed. */
  resolve(takeTheirs: readonly SessionField[]): void {
    const { base, values } = this.#state;
    const is = valuesOf(base);
    this.#over = base;
    this.#set({
      values: { ...values, ...Object.fromEntries(takeTheirs.map((field) => [field, is[field]])) },
      clashes: [],
      status: { kind: 'waiting' },
    });
    this.#keep();
    this.#sendAfter(0);
  }

  /** Shows what the server refused outside of saving, as on signing. */
  refuse(refusals: readonly FieldProblem[]): void {
    this.#set({ refusals });
  }

  /** Takes the record that the server answered on signing, and stops. */
  close(base: Session): void {
    this.#callOff?.();
    this.#set({ base, values: valuesOf(base), status: { kind: 'closed', why: 'signed' } });
  }

  /** Stops without sending: the draft is thrown away. */
  drop(): void {
    this.#callOff?.();
    this.#set({ values: valuesOf(this.#state.base), status: { kind: 'closed', why: 'discarded' } });
  }

  #set(change: Partial<DraftState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }

  #keep(): void {
    this.#set({ isKept: this.#ports.keep(this.#over, this.#state.values) });
  }

  #isUnsaved(): boolean {
    return Object.keys(changeOf(this.#state.base, this.#state.values)).length > 0;
  }

  /** What differs, without the fields the server refused as they are typed now. */
  #sendable(): SessionUpdate {
    const { base, values, refusals } = this.#state;
    const refused = new Set(refusals.map(({ path }) => path.split('.')[0]));
    return Object.fromEntries(
      Object.entries(changeOf(base, values)).filter(([field]) => !refused.has(field)),
    );
  }

  #sendAfter(ms: number): void {
    this.#callOff?.();
    this.#callOff = this.#ports.later(ms, () => {
      this.#callOff = null;
      void this.#send();
    });
  }

  async #send(): Promise<void> {
    // What is typed while a request is under way goes with the next one.
    if (this.#inFlight) return;
    const { status, base } = this.#state;
    if (status.kind === 'closed' || status.kind === 'conflict') return;
    this.#callOff?.();
    this.#callOff = null;
    const change = this.#sendable();
    if (Object.keys(change).length === 0) {
      this.#set({ status: { kind: this.#isUnsaved() ? 'refused' : 'saved' } });
      this.#keep();
      return;
    }
    if (status.kind !== 'unsent') this.#set({ status: { kind: 'sending' } });
    this.#inFlight = this.#attempt(base.version, change);
    await this.#inFlight;
    this.#inFlight = null;
    if (this.#state.status.kind === 'waiting' && !this.#callOff) this.#sendAfter(0);
  }

  async #attempt(version: number, change: SessionUpdate): Promise<void> {
    try {
      const saved = await this.#ports.send(version, change);
      this.#failures = 0;
      this.#over = saved;
      this.#set({ base: saved });
      const isMore = Object.keys(this.#sendable()).length > 0;
      this.#set({ status: { kind: isMore ? 'waiting' : this.#isUnsaved() ? 'refused' : 'saved' } });
      this.#keep();
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    if (!(error instanceof ApiProblem)) {
      this.#retryLater('network');
      return;
    }
    switch (error.code) {
      case 'stale':
        // A stale change is answered with the record as it now stands, in this very shape.
        this.#merge(error.current as Session);
        return;
      case 'invalid':
        this.#set({ status: { kind: 'refused' }, refusals: this.#atVials(error) });
        // One refused field refused the whole request: the others go by themselves.
        if (Object.keys(this.#sendable()).length > 0) this.#sendAfter(0);
        return;
      case 'conflict':
        this.#set({ status: { kind: 'closed', why: 'signed' } });
        return;
      case 'not_found':
        this.#set({ status: { kind: 'closed', why: 'gone' } });
        return;
      case 'not_allowed':
        this.#set({ status: { kind: 'closed', why: 'not_yours' } });
        return;
      case 'not_signed_in':
      case 'locked':
        this.#set({ status: { kind: 'unsent', why: 'desk' } });
        return;
      default:
        this.#retryLater('busy');
    }
  }

  #retryLater(why: Unsent): void {
    this.#set({ status: { kind: 'unsent', why } });
    this.#sendAfter(RETRY_MS[Math.min(this.#failures, RETRY_MS.length - 1)] ?? PAUSE_MS);
    this.#failures += 1;
  }

  #merge(theirs: Session): void {
    if (theirs.status === 'signed') {
      this.#set({ status: { kind: 'closed', why: 'signed' } });
      return;
    }
    const merged = rebase(this.#over, this.#state.values, theirs);
    this.#over = merged.over;
    this.#set({ base: theirs, values: merged.values, clashes: merged.clashes });
    this.#set({ status: { kind: merged.clashes.length > 0 ? 'conflict' : 'waiting' } });
    this.#keep();
    if (merged.clashes.length === 0) this.#sendAfter(0);
  }

  /** The server counts the ingredients as sent; a field is found by the ingredient. */
  #atVials({ fields, message }: ApiProblem): FieldProblem[] {
    const sent = readValues(this.#state.values).good.usedIngredients ?? [];
    return (fields ?? [{ path: '', message }]).map((problem) => {
      const [field, index, ...rest] = problem.path.split('.');
      const vial = field === 'usedIngredients' ? sent[Number(index)] : undefined;
      return vial
        ? { ...problem, path: ['usedIngredients', vial.ingredientId, ...rest].join('.') }
        : problem;
    });
  }
}
