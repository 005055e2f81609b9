import * as z from 'zod/mini';
import { DEMO_STAFF } from '#domain/demo/demo-clinic.ts';
import { ROLES } from '#domain/staff/permissions.ts';
import { NO_FAULTS } from './faults.ts';

const MOST_LATENCY_MS = 60_000;

/** How the demo is set in this tab. */
const demoSettings = z.object({
  latency: z.number(),
  errorRate: z.number(),
  isOffline: z.boolean(),
  hasConflict: z.boolean(),
  /** The clinic with its records, with staff but no records, or before its first run. */
  clinic: z.enum(['filled', 'empty', 'new']),
  /** The member of staff signed in; null for nobody. */
  staffId: z.nullable(z.string()),
});

/** How the demo is set in this tab. */
export type DemoSettings = z.infer<typeof demoSettings>;

/** The demo as it is opened first. */
export const DEFAULT_SETTINGS: DemoSettings = { ...NO_FAULTS, clinic: 'filled', staffId: null };

const PARAMETERS = ['role', 'latency', 'errors', 'offline', 'conflict', 'empty'].map(
  (name) => `mock-${name}`,
);

const within = (text: string | null, most: number): number => {
  const number = Number(text ?? 0);
  return Number.isFinite(number) ? Math.min(Math.max(number, 0), most) : 0;
};

const CLINICS: Record<string, DemoSettings['clinic']> = { '1': 'empty', setup: 'new' };

/** The demo account of a role; null for any other word, such as `nobody`. */
function accountOf(word: string): string | null {
  const role = ROLES.find((one) => one === word);
  return DEMO_STAFF.find((person) => role && person.roles.includes(role))?.id ?? null;
}

/** The settings kept in this tab, as text; the first ones when there are none or they are not ours. */
export function keptSettings(text: string | null): DemoSettings {
  try {
    return demoSettings.parse(JSON.parse(text ?? ''));
  } catch {
    return DEFAULT_SETTINGS;
  }
}

/**
 * The settings named in a query string, e.g. `?mock-role=manager&mock-latency=800&mock-errors=0.3
 * &mock-offline=1&mock-conflict=1&mock-empty=1`. One parameter puts all the others back to none,
 * except the role, which stays as kept; without any, everything stays as kept.
 */
export function settingsFrom(search: string, kept: DemoSettings): DemoSettings {
  const query = new URLSearchParams(search);
  if (!PARAMETERS.some((name) => query.has(name))) return kept;
  const role = query.get('mock-role');
  return {
    latency: within(query.get('mock-latency'), MOST_LATENCY_MS),
    errorRate: within(query.get('mock-errors'), 1),
    isOffline: query.get('mock-offline') === '1',
    hasConflict: query.get('mock-conflict') === '1',
    clinic: CLINICS[query.get('mock-empty') ?? ''] ?? 'filled',
    staffId: role === null ? kept.staffId : accountOf(role),
  };
}

/** A query string without the parameters of the demo, with its `?` if anything is left. */
export function withoutSettings(search: string): string {
  const query = new URLSearchParams(search);
  if (!PARAMETERS.some((name) => query.has(name))) return search;
  for (const name of PARAMETERS) query.delete(name);
  const rest = query.toString();
  return rest === '' ? '' : `?${rest}`;
}
