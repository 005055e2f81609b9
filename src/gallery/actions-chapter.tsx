import { useState } from 'react';

import { Button, ButtonLink } from '#src/ui/button.tsx';
import { FilterChip, MenuChip, ToggleChip } from '#src/ui/chip.tsx';
import { ChoiceFilter } from '#src/ui/choice-filter.tsx';
import { IconButton } from '#src/ui/icon-button.tsx';
import {
  Menu,
  MenuCheck,
  MenuChoices,
  MenuHeading,
  MenuItem,
  MenuSeparator,
} from '#src/ui/menu.tsx';
import { Popover } from '#src/ui/popover.tsx';
import { Segmented } from '#src/ui/segmented.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { Tooltip } from '#src/ui/tooltip.tsx';

import { ConflictSpecimen, DialogSpecimen } from './dialog-specimens.tsx';
import { AsFocused, BothThemes, Chapter, Specimen } from './specimen.tsx';

const nothing = () => undefined;

const PRACTITIONERS = [
  { value: '1', label: 'Dr Figueiredo' },
  { value: '2', label: 'Dr Haddad' },
];

function ChipSpecimen() {
  const [practitioner, setPractitioner] = useState<string>();
  const [reactions, setReactions] = useState<ReadonlySet<string>>(new Set(['Redness']));
  return (
    <Specimen name="Chip: set, choosing, on and off">
      <FilterChip removeLabel="Remove the filter Site: Lisbon" onRemove={nothing}>
        Site: Lisbon
      </FilterChip>
      <ChoiceFilter
        label="Practitioner"
        value={practitioner}
        choices={PRACTITIONERS}
        onChange={setPractitioner}
      />
      <Menu
        label="Started"
        trigger={(props) => (
          <MenuChip {...props} on>
            Started: 1 Jan – 30 Aug
          </MenuChip>
        )}
      >
        <MenuItem onSelect={nothing}>This year</MenuItem>
      </Menu>
      {['Redness', 'Swelling', 'Itching'].map((word) => (
        <ToggleChip
          key={word}
          on={reactions.has(word)}
          onChange={(on) =>
            setReactions(
              new Set(on ? [...reactions, word] : [...reactions].filter((other) => other !== word)),
            )
          }
        >
          {word}
        </ToggleChip>
      ))}
      <ToggleChip on={false} onChange={nothing} disabled>
        Rash
      </ToggleChip>
    </Specimen>
  );
}

function SegmentedSpecimen() {
  const [by, setBy] = useState('Recipe');
  return (
    <Specimen name="Segmented">
      <Segmented
        label="By"
        value={by}
        onChange={setBy}
        options={['Recipe', 'Indication', 'Technique'].map((value) => ({ value, label: value }))}
      />
      <Segmented
        label="At week"
        value="12"
        onChange={nothing}
        options={[
          { value: '12', label: 'Week 12' },
          { value: '24', label: '24' },
          { value: '52', label: '52', disabled: true },
        ]}
      />
    </Specimen>
  );
}

function OverlaySpecimen() {
  const [density, setDensity] = useState<'compact' | 'comfortable'>('compact');
  const [isBlurred, setBlurred] = useState(false);
  return (
    <Specimen name="Menu, popover, tooltip, toast, dialog">
      <Menu
        label="Patient"
        trigger={(props) => (
          <Button {...props} iconEnd="chevron-down">
            Menu
          </Button>
        )}
      >
        <MenuHeading>Ana Luísa Prata</MenuHeading>
        <MenuItem icon="edit" onSelect={nothing} hint="E">
          Edit
        </MenuItem>
        <MenuItem icon="phone" onSelect={nothing}>
          Add to call list
        </MenuItem>
        <MenuItem icon="file" onSelect={nothing} disabled>
          Print consent
        </MenuItem>
        <MenuSeparator />
        <MenuCheck icon="eye-off" checked={isBlurred} onChange={setBlurred}>
          Blur names
        </MenuCheck>
        <MenuChoices
          label="Rows"
          value={density}
          onChange={setDensity}
          options={[
            { value: 'compact', label: 'Compact' },
            { value: 'comfortable', label: 'Comfortable' },
          ]}
        />
        <MenuSeparator />
        <MenuItem icon="archive" danger onSelect={nothing}>
          Archive
        </MenuItem>
      </Menu>
      <Popover label="Why not" trigger={(props) => <Button {...props}>Popover</Button>}>
        {(close) => (
          <div style={{ padding: 8, maxWidth: 260 }}>
            <p>Dr Wiśniewski and Room 2 are taken 14:00–15:30. Next free: 16:30.</p>
            <p style={{ marginTop: 8 }}>
              <Button size="sm" onClick={close}>
                Close
              </Button>
            </p>
          </div>
        )}
      </Popover>
      <Tooltip text="Only the owner may do this">
        {(id) => (
          <Button aria-describedby={id} variant="quiet">
            Tooltip
          </Button>
        )}
      </Tooltip>
      <Button
        onClick={() =>
          showToast({
            text: 'Helena Vasconcelos archived.',
            undo: () => showToast({ text: 'Brought back.' }),
          })
        }
      >
        Toast
      </Button>
      <DialogSpecimen />
      <ConflictSpecimen />
    </Specimen>
  );
}

/** Everything that is pressed, and what opens when it is. */
export function ActionsChapter() {
  return (
    <Chapter id="actions" title="Buttons, chips and overlays">
      <BothThemes>
        {() => (
          <>
            <Specimen name="Button">
              <Button variant="primary">Book</Button>
              <Button>Offer</Button>
              <Button variant="quiet">Cancel</Button>
              <Button variant="danger">Remove the record</Button>
            </Specimen>
            <Specimen name="With icon, as link, small">
              <Button variant="primary" icon="plus">
                New patient
              </Button>
              <Button variant="quiet" icon="download">
                Export
              </Button>
              <ButtonLink href="#actions" icon="file">
                Monthly report
              </ButtonLink>
              <Button size="sm">Small</Button>
              <Button size="sm" variant="quiet">
                Clear
              </Button>
            </Specimen>
            <Specimen name="Focused, loading, off">
              <AsFocused>
                <Button>Focus</Button>
              </AsFocused>
              <Button variant="primary" loading>
                Save
              </Button>
              <Button loading>Try again</Button>
              <Button disabled>Off</Button>
              <Button variant="quiet" disabled>
                Off
              </Button>
            </Specimen>
            <Specimen name="Icon button, named and with a tooltip">
              <IconButton icon="table" label="Show as a table" />
              <IconButton icon="download" label="Download CSV" size="sm" />
              <IconButton icon="eye-off" label="Hide names" aria-pressed />
              <IconButton icon="more" label="More" variant="default" />
              <IconButton icon="link" label="Copy a link" disabled />
            </Specimen>
            <ChipSpecimen />
            <SegmentedSpecimen />
            <OverlaySpecimen />
          </>
        )}
      </BothThemes>
    </Chapter>
  );
}
