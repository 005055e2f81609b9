import { useState } from 'react';

import { FilterChip, MenuChip } from './chip.tsx';
import { Menu, MenuItem } from './menu.tsx';

/** A list's filter by one of a few values: a menu while it is open, a chip with a cross once set. */
export function ChoiceFilter<Value extends string>({
  label,
  value,
  choices,
  onChange,
}: {
  label: string;
  value: Value | undefined;
  choices: readonly { value: Value; label: string }[];
  onChange: (value: Value | undefined) => void;
}) {
  // The chip that takes the other's place takes the focus over from it, never on its own.
  const [isUsed, setUsed] = useState(false);
  const chosen = choices.find((choice) => choice.value === value);
  const change = (next: Value | undefined) => {
    setUsed(true);
    onChange(next);
  };
  if (chosen)
    return (
      <FilterChip
        autoFocus={isUsed}
        onRemove={() => change(undefined)}
        removeLabel={`Remove the filter ${label}: ${chosen.label}`}
      >
        {label}: {chosen.label}
      </FilterChip>
    );
  return (
    <Menu
      label={label}
      trigger={(props) => (
        <MenuChip {...props} autoFocus={isUsed}>
          {label}
        </MenuChip>
      )}
    >
      {choices.map((choice) => (
        <MenuItem key={choice.value} onSelect={() => change(choice.value)}>
          {choice.label}
        </MenuItem>
      ))}
    </Menu>
  );
}
