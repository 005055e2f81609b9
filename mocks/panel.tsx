import { useId, useState, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { DEMO_STAFF } from '#domain/demo/demo-clinic.ts';
import { ROLE_LABELS } from '#domain/staff/permissions.ts';
import { type DemoSettings } from './demo-settings.ts';
import { NO_FAULTS } from './faults.ts';
import css from './panel.module.css';
import type { SettingsStore } from './settings-store.ts';

type PanelProps = { settings: SettingsStore; signInAs: (staffId: string | null) => Promise<void> };

const NOBODY = '';

const LATENCIES = [0, 200, 800, 3_000, 10_000].map((ms) => ({
  value: String(ms),
  label: ms === 0 ? 'None' : `${ms / 1_000} s`,
}));

const ERROR_RATES = [0, 0.1, 0.3, 1].map((rate) => ({
  value: String(rate),
  label: rate === 0 ? 'None' : `${rate * 100} % of requests`,
}));

const CLINICS: { value: DemoSettings['clinic']; label: string }[] = [
  { value: 'filled', label: 'Demo clinic' },
  { value: 'empty', label: 'No records yet' },
  { value: 'new', label: 'Before the first run' },
];

const PEOPLE = [
  { value: NOBODY, label: 'Nobody' },
  ...DEMO_STAFF.map(({ id, name, roles }) => ({
    value: id,
    label: `${name}, ${roles.map((role) => ROLE_LABELS[role]).join(', ')}`,
  })),
];

type ChoiceProps = {
  label: string;
  value: string;
  choices: { value: string; label: string }[];
  onChoose: (value: string) => void;
};

function Choice({ label, value, choices, onChoose }: ChoiceProps) {
  const id = useId();
  const isListed = choices.some((choice) => choice.value === value);
  return (
    <div className={css.row}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChoose(event.target.value)}>
        {isListed ? null : <option value={value}>{value}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}

type SwitchProps = { label: string; isOn: boolean; onSwitch: (isOn: boolean) => void };

function Switch({ label, isOn, onSwitch }: SwitchProps) {
  return (
    <label className={css.switch}>
      <input type="checkbox" checked={isOn} onChange={(event) => onSwitch(event.target.checked)} />
      {label}
    </label>
  );
}

function Controls({ settings, signInAs }: PanelProps) {
  const now = useSyncExternalStore(settings.subscribe, settings.get);
  return (
    <>
      <Choice
        label="Signed in"
        value={now.staffId ?? NOBODY}
        choices={PEOPLE}
        onChoose={(value) => void signInAs(value === NOBODY ? null : value)}
      />
      <Choice
        label="Delay"
        value={String(now.latency)}
        choices={LATENCIES}
        onChoose={(value) => settings.change({ latency: Number(value) })}
      />
      <Choice
        label="Errors"
        value={String(now.errorRate)}
        choices={ERROR_RATES}
        onChoose={(value) => settings.change({ errorRate: Number(value) })}
      />
      <Switch
        label="Offline"
        isOn={now.isOffline}
        onSwitch={(isOffline) => settings.change({ isOffline })}
      />
      <Switch
        label="Next change meets a newer version"
        isOn={now.hasConflict}
        onSwitch={(hasConflict) => settings.change({ hasConflict })}
      />
      <Choice
        label="Data"
        value={now.clinic}
        choices={CLINICS}
        onChoose={(value) => {
          settings.change({
            clinic: CLINICS.find((clinic) => clinic.value === value)?.value ?? 'filled',
          });
          location.reload();
        }}
      />
      <p>
        This clinic lives in this tab alone. A reload puts its data back as they were; who is signed
        in and these settings stay.
      </p>
      <div className={css.buttons}>
        <button type="button" onClick={() => settings.change(NO_FAULTS)}>
          Clear faults
        </button>
        <button type="button" onClick={() => location.reload()}>
          Reset data
        </button>
      </div>
    </>
  );
}

function Panel(props: PanelProps) {
  const [isOpen, setOpen] = useState(false);
  const { latency, errorRate, isOffline, hasConflict } = useSyncExternalStore(
    props.settings.subscribe,
    props.settings.get,
  );
  const isFaulty = latency > 0 || errorRate > 0 || isOffline || hasConflict;
  return (
    <>
      {isOpen ? <Controls {...props} /> : null}
      <button
        type="button"
        className={css.toggle}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        Demo controls{isFaulty ? ' (faults on)' : ''}
      </button>
    </>
  );
}

/** Shows the demo's controls in a corner of the page, outside the app. */
export function showPanel(
  settings: SettingsStore,
  signInAs: (staffId: string | null) => Promise<void>,
): void {
  const host = document.createElement('aside');
  host.setAttribute('aria-label', 'Demo controls');
  if (css.panel !== undefined) host.className = css.panel;
  document.body.append(host);
  createRoot(host).render(<Panel settings={settings} signInAs={signInAs} />);
}
