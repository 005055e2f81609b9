import { Link, Navigate, Outlet, useRouterState } from '@tanstack/react-router';
import { can } from '#domain/staff/permissions.ts';
import { actorOf, useMe } from '#src/lib/me.ts';
import { SubNav } from '#src/ui/sub-nav.tsx';
import { placeOf } from './navigation.ts';
import { SETTINGS_SECTIONS } from './settings-sections.ts';

/** The settings: the names of those pages that this person may see, around the one that is open. */
export function SettingsLayout() {
  const actor = actorOf(useMe());
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const sections = SETTINGS_SECTIONS.filter(({ action }) => can(actor, action));
  const [first] = sections;
  if (pathname === '/settings' && first && first.to !== '/settings')
    return <Navigate to={first.to} replace />;
  const current = placeOf(sections, pathname);
  return (
    <SubNav
      label="Settings"
      items={sections}
      renderLink={(item, className) => (
        <Link
          to={item.to}
          className={className}
          activeOptions={{ exact: true, includeSearch: false }}
          aria-current={item.to === current ? 'page' : undefined}
        >
          {item.label}
        </Link>
      )}
    >
      <Outlet />
    </SubNav>
  );
}
