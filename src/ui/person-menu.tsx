import { MenuCheck, MenuChoices, MenuItem, MenuSeparator } from './menu.tsx';
import { setLooks, useLooks } from './theme.ts';
import { useMedia } from './use-media.ts';

/** What a person may do from their own menu; what is left out is not shown. */
export type PersonActions = {
  onShortcuts?: (() => void) | undefined;
  onChangePassword?: (() => void) | undefined;
  onLock?: (() => void) | undefined;
  onSignOut?: (() => void) | undefined;
};

const THEMES = [
  { value: 'auto', label: 'System' },
  { value: 'light', label: 'Light', icon: 'sun' },
  { value: 'dark', label: 'Dark', icon: 'moon' },
] as const;

const DENSITIES = [
  { value: 'compact', label: 'Compact' },
  { value: 'comfortable', label: 'Comfortable' },
] as const;

/** The rows of a person's own menu: looks of this desk, then keys, password, lock, sign out. */
export function PersonMenuItems({
  onShortcuts,
  onChangePassword,
  onLock,
  onSignOut,
}: PersonActions) {
  const looks = useLooks();
  const isTouch = useMedia('(pointer: coarse), (max-width: 640px)');
  return (
    <>
      <MenuChoices
        label="Theme"
        value={looks.theme}
        options={THEMES}
        onChange={(theme) => setLooks({ theme })}
      />
      {!isTouch && (
        <MenuChoices
          label="Rows"
          value={looks.density}
          options={DENSITIES}
          onChange={(density) => setLooks({ density })}
        />
      )}
      <MenuSeparator />
      <MenuCheck
        icon="eye-off"
        checked={looks.privacy}
        onChange={(privacy) => setLooks({ privacy })}
      >
        Blur names
      </MenuCheck>
      {onShortcuts && (
        <MenuItem icon="keyboard" hint="?" onSelect={onShortcuts}>
          Keyboard shortcuts
        </MenuItem>
      )}
      {(onChangePassword ?? onLock ?? onSignOut) && <MenuSeparator />}
      {onChangePassword && (
        <MenuItem icon="settings" onSelect={onChangePassword}>
          Change password
        </MenuItem>
      )}
      {onLock && (
        <MenuItem icon="lock" onSelect={onLock}>
          Lock this desk
        </MenuItem>
      )}
      {onSignOut && (
        <MenuItem icon="sign-out" onSelect={onSignOut}>
          Sign out
        </MenuItem>
      )}
    </>
  );
}
