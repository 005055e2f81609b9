import { ApiProblem } from '#src/lib/problem.ts';
import { IconButton } from '#src/ui/icon-button.tsx';
import { Menu, MenuItem, MenuSeparator } from '#src/ui/menu.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import type { LinkDialog } from './link-dialog.tsx';
import { useMakeLink, useUpdateStaff } from './staff.mutations.ts';
import type { StaffListItem } from './staff-words.tsx';

const NOT_DONE = 'Nothing was changed: the clinic server was not reached.';

const reasonOf = (error: unknown): string =>
  error instanceof ApiProblem ? error.message : NOT_DONE;

/** What can be done with a member of staff. */
export function StaffMenu({
  person,
  isSelf,
  onChange,
  onLink,
}: {
  person: StaffListItem;
  isSelf: boolean;
  onChange: () => void;
  onLink: (link: Parameters<typeof LinkDialog>[0]['link']) => void;
}) {
  const update = useUpdateStaff();
  const makeLink = useMakeLink();
  const setActive = (isActive: boolean, on: { version: number }, canUndo: boolean): void =>
    update.mutate(
      { id: person.id, version: on.version, change: { isActive } },
      {
        onSuccess: (saved) =>
          showToast({
            text: isActive
              ? `${person.name} is active again`
              : `${person.name} is not active any more and is signed out everywhere`,
            ...(canUndo ? { undo: () => setActive(!isActive, saved, false) } : {}),
          }),
        onError: (error) => showToast({ text: reasonOf(error) }),
      },
    );
  return (
    <Menu
      label={person.name}
      align="end"
      trigger={(props) => (
        <IconButton icon="more" size="sm" label={`More about ${person.name}`} {...props} />
      )}
    >
      <MenuItem icon="edit" onSelect={onChange}>
        Change name and roles
      </MenuItem>
      {person.isActive && !isSelf && (
        <MenuItem
          icon="link"
          onSelect={() =>
            makeLink.mutate(person.id, {
              onSuccess: onLink,
              onError: (error) => showToast({ text: reasonOf(error) }),
            })
          }
        >
          {person.hasAccount === false ? 'New invitation link' : 'Link for a new password'}
        </MenuItem>
      )}
      {!isSelf && <MenuSeparator />}
      {!isSelf && (
        <MenuItem
          icon={person.isActive ? 'ring-slash' : 'restore'}
          onSelect={() => setActive(!person.isActive, person, true)}
        >
          {person.isActive ? 'Deactivate' : 'Make active again'}
        </MenuItem>
      )}
    </Menu>
  );
}
