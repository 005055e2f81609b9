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
  const chosen = choices.find((choice) => choice.value === value);
  if (chosen)
    return (
      <FilterChip
        onRemove={() => onChange(undefined)}
        removeLabel={`Remove the filter ${label}: ${chosen.label}`}
      >
        {label}: {chosen.label}
      </FilterChip>
    );
  return (
    <Menu label={label} trigger={(props) => <MenuChip {...props}>{label}</MenuChip>}>
      {choices.map((choice) => (
        <MenuItem key={choice.value} onSelect={() => onChange(choice.value)}>
          {choice.label}
        </MenuItem>
      ))}
    </Menu>
  );
}
