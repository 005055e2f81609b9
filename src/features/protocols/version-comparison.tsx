import { useState } from 'react';
import { compareVersions } from '#domain/protocols/compare-versions.ts';
import type { ProtocolVersion } from '#domain/protocols/protocol.ts';
import { Field, FieldRow } from '#src/ui/field.tsx';
import { Section } from '#src/ui/page-frame.tsx';
import { SelectInput } from '#src/ui/select-input.tsx';
import { Changed } from '#src/ui/status.tsx';
import css from './protocols.module.css';

/** Two versions of a protocol beside each other, what differs marked. */
export function VersionComparison({ versions }: { versions: readonly ProtocolVersion[] }) {
  const [newest, before] = versions;
  const [earlierId, setEarlier] = useState(before?.id ?? '');
  const [laterId, setLater] = useState(newest?.id ?? '');
  const earlier = versions.find(({ id }) => id === earlierId) ?? before;
  const later = versions.find(({ id }) => id === laterId) ?? newest;
  if (!earlier || !later) return null;
  const options = versions.map(({ id, number }) => ({ value: id, label: `Version ${number}` }));
  return (
    <Section title="Compare">
      <div className={css.chosen}>
        <FieldRow>
          <Field label="Earlier">
            <SelectInput
              value={earlier.id}
              options={options}
              onChange={(id) => setEarlier(id ?? '')}
            />
          </Field>
          <Field label="Later">
            <SelectInput value={later.id} options={options} onChange={(id) => setLater(id ?? '')} />
          </Field>
        </FieldRow>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls sideways by itself, so the keyboard must reach it */}
      <div className={css.compare} tabIndex={0} role="region" aria-label="Comparison">
        <table>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">What</span>
              </th>
              <th scope="col">Version {earlier.number}</th>
              <th scope="col">Version {later.number}</th>
            </tr>
          </thead>
          <tbody>
            {compareVersions(earlier, later).map((line) => (
              <tr key={line.label}>
                <th scope="row">{line.label}</th>
                <td>{line.earlier}</td>
                <td>{line.isChanged ? <Changed>{line.later}</Changed> : line.later}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
