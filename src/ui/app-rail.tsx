import type { ReactNode } from 'react';

import css from './app-rail.module.css';
import { Avatar } from './avatar.tsx';
import { BrandMark } from './brand-mark.tsx';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';
import { Kbd } from './kbd.tsx';
import { Menu, MenuSeparator, menuItemClass } from './menu.tsx';
import { PersonMenuItems, type PersonActions } from './person-menu.tsx';
import { setLooks } from './theme.ts';

/** A place in the menu. Items of one group stand together under its name. */
export type NavItem = {
  to: string;
  label: string;
  icon: IconName;
  count?: number | undefined;
  group?: string | undefined;
};

/** Makes a router's link around the given parts. */
export type RenderLink = (
  item: NavItem,
  part: { className: string; children: ReactNode; role?: 'menuitem'; tabIndex?: number },
) => ReactNode;

const ON_PHONE = 4;

/** The menu: a rail of words, of icons, or on a phone a bottom bar of four and "More". */
export function AppRail({
  nav,
  renderLink,
  person,
  banner,
  collapsed,
  ...personActions
}: PersonActions & {
  nav: readonly NavItem[];
  renderLink: RenderLink;
  person?: { name: string; role: string } | undefined;
  banner?: string | undefined;
  collapsed: boolean;
}) {
  return (
    <nav
      className={css.rail}
      aria-label="Main"
      data-print="hide"
      data-collapsed={collapsed || undefined}
    >
      <div className={css.brand}>
        <BrandMark />
        <b className={css.wide}>Mesodesk</b>
      </div>
      {nav.map((item, at) => (
        <div key={item.to} className={css.slot} data-more={at >= ON_PHONE || undefined}>
          {item.group && item.group !== nav[at - 1]?.group && (
            <div className={css.group}>{item.group}</div>
          )}
          {renderLink(item, { className: css.item ?? '', children: <ItemParts item={item} /> })}
        </div>
      ))}
      <div className={css.phoneOnly}>
        <Menu
          label="More"
          side="above"
          align="end"
          trigger={(props) => (
            <button type="button" className={css.item} {...props}>
              <Icon name="menu" />
              <span className={css.text}>More</span>
            </button>
          )}
        >
          {nav.slice(ON_PHONE).map((item) => (
            <div key={item.to} role="none">
              {renderLink(item, {
                className: menuItemClass,
                role: 'menuitem',
                tabIndex: -1,
                children: (
                  <>
                    <Icon name={item.icon} />
                    {item.label}
                  </>
                ),
              })}
            </div>
          ))}
          {nav.length > ON_PHONE && <MenuSeparator />}
          <PersonMenuItems {...personActions} />
        </Menu>
      </div>
      <div className={css.foot}>
        {banner && <p className={classNames(css.banner, css.wide)}>{banner}</p>}
        <button
          type="button"
          className={classNames(css.item, css.collapse)}
          aria-pressed={collapsed}
          onClick={() => setLooks({ railCollapsed: !collapsed })}
        >
          <Icon name="rail" />
          <span className={css.text}>{collapsed ? 'Widen the menu' : 'Collapse'}</span>
          <span className={css.count}>
            <Kbd>[</Kbd>
          </span>
        </button>
        {person && (
          <Menu
            label="You and this desk"
            side="above"
            trigger={(props) => (
              <button type="button" className={css.person} {...props}>
                <Avatar name={person.name} />
                <span className={css.wide} aria-hidden="true">
                  <span className={css.personName}>{person.name}</span>
                  <span className={css.personRole}>{person.role}</span>
                </span>
                <span className="visually-hidden">
                  {person.name}, {person.role}: your menu
                </span>
              </button>
            )}
          >
            <PersonMenuItems {...personActions} />
          </Menu>
        )}
      </div>
    </nav>
  );
}

function ItemParts({ item }: { item: NavItem }) {
  return (
    <>
      <Icon name={item.icon} />
      <span className={css.text}>{item.label}</span>
      {item.count !== undefined && <span className={css.count}>{item.count}</span>}
    </>
  );
}
