import { useState } from 'react';

import type { OpeningHours, Room } from '#domain/clinic/clinic.ts';
import type { Finding } from '#domain/ingredients/finding.ts';
import { ChecksPanel } from '#src/ui/clinic/checks-panel.tsx';
import { FindingStatus } from '#src/ui/clinic/finding-status.tsx';
import { HoursInput } from '#src/ui/clinic/hours-input.tsx';
import { RoomsInput } from '#src/ui/clinic/rooms-input.tsx';
import { Field } from '#src/ui/field.tsx';

import { BothThemes, Chapter, Specimen } from './specimen.tsx';

const DAY = [{ from: '09:00', to: '18:00' }];
const HOURS: OpeningHours = {
  monday: DAY,
  tuesday: DAY,
  wednesday: [
    { from: '09:00', to: '13:00' },
    { from: '14:00', to: '18:00' },
  ],
  thursday: DAY,
  friday: DAY,
  saturday: [],
  sunday: [],
};
const FINDINGS: Finding[] = [
  {
    code: 'cosmetic_not_for_injection',
    level: 'stop',
    message: 'Silica peptide serum is filed as cosmetic. It cannot be in an injected recipe.',
    source: 'CLINICAL.md §4',
  },
  {
    code: 'pair_unknown',
    level: 'review',
    message: 'Zinc with biotin: the clinic’s pair table has no entry.',
    source: 'CLINICAL.md §4',
  },
  {
    code: 'cautions',
    level: 'note',
    message: 'Biotin may disturb some laboratory results.',
    source: 'CLINICAL.md §4',
  },
];

function ClinicInputs() {
  const [hours, setHours] = useState(HOURS);
  const [rooms, setRooms] = useState<Room[]>([
    { id: '1', name: 'Room 1' },
    { id: '2', name: 'Room 2' },
  ]);
  return (
    <>
      <Field label="Opening hours" group>
        <HoursInput value={hours} onChange={setHours} />
      </Field>
      <Field label="Rooms" group>
        <RoomsInput value={rooms} onChange={setRooms} newId={() => String(rooms.length + 1)} />
      </Field>
    </>
  );
}

/** What several areas of the clinic share. */
export function ClinicChapter() {
  return (
    <Chapter id="clinic" title="Shared by the clinic’s screens">
      <BothThemes>
        {() => (
          <>
            <Specimen name="Findings in a word">
              <FindingStatus findings={FINDINGS} />
              <FindingStatus findings={FINDINGS.slice(2)} />
              <FindingStatus findings={[]} />
            </Specimen>
            <ChecksPanel
              findings={FINDINGS}
              lookedAt="Looked at: status, vehicle, anaesthetic sum. Allergies are checked again for each patient."
            />
            <ClinicInputs />
          </>
        )}
      </BothThemes>
    </Chapter>
  );
}
