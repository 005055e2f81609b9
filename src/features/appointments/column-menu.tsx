import { IconButton } from '#src/ui/icon-button.tsx';
import { Menu, MenuItem } from '#src/ui/menu.tsx';

/** What can be done with a practitioner's day. */
export function ColumnMenu({
  name,
  onWeek,
  onPrint,
  onLate,
}: {
  name: string;
  onWeek: () => void;
  onPrint: () => void;
  /** Left out while nobody waits for them. */
  onLate: (() => void) | undefined;
}) {
  return (
    <Menu
      label={name}
      align="end"
      trigger={(props) => <IconButton icon="more" label={`More for ${name}`} {...props} />}
    >
      {onLate && (
        <MenuItem icon="clock" onSelect={onLate}>
          Running late…
        </MenuItem>
      )}
      <MenuItem icon="calendar" onSelect={onWeek}>
        Show the week
      </MenuItem>
      <MenuItem icon="print" onSelect={onPrint}>
        Print day sheet
      </MenuItem>
    </Menu>
  );
}
