import { type DemoSettings, keptSettings, settingsFrom } from './demo-settings.ts';

const KEY = 'mesodesk.demo';

/** The settings of this tab: read by the faults, changed by the panel, kept over a reload. */
export type SettingsStore = {
  get: () => DemoSettings;
  change: (part: Partial<DemoSettings>) => void;
  /** Calls the listener at every change; returns how to stop. */
  subscribe: (listener: () => void) => () => void;
};

/** Opens the settings of the query string, else those kept in the storage. */
export function openSettings(
  search: string,
  storage: Pick<Storage, 'getItem' | 'setItem'>,
): SettingsStore {
  let settings = settingsFrom(search, keptSettings(storage.getItem(KEY)));
  const listeners = new Set<() => void>();
  const keep = () => storage.setItem(KEY, JSON.stringify(settings));
  keep();
  return {
    get: () => settings,
    change: (part) => {
      settings = { ...settings, ...part };
      keep();
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
