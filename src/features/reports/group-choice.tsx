import { MenuChip } from '#src/ui/chip.tsx';
import { Menu, MenuItem } from '#src/ui/menu.tsx';

/** Which row a chart of one row shows; always one of them. */
export function GroupChoice({
  label,
  groups,
  value,
  onChange,
}: {
  label: string;
  groups: readonly { key: string; label: string }[];
  value: string;
  onChange: (key: string) => void;
}) {
  const chosen = groups.find(({ key }) => key === value);
  return (
    <Menu
      label={label}
      trigger={(props) => <MenuChip {...props}>{chosen?.label ?? label}</MenuChip>}
    >
      {groups.map((group) => (
        <MenuItem key={group.key} onSelect={() => onChange(group.key)}>
          {group.label}
        </MenuItem>
      ))}
    </Menu>
  );
}
