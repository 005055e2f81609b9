import type { ReactNode } from 'react';
import { Name } from '#src/ui/name.tsx';
import { RoleWords, type StaffListItem, StaffState } from './staff-words.tsx';
import css from './staff-words.module.css';

/** A member of staff as an item on a phone. */
export function StaffItem({
  person,
  isSelf,
  menu,
}: {
  person: StaffListItem;
  isSelf: boolean;
  menu: ReactNode;
}) {
  return (
    <div className={css.item}>
      <div>
        <Name strong>{person.name}</Name>
        {isSelf && <span className={css.you}> you</span>}
        <div className={css.second}>
          <RoleWords person={person} />
          {(!person.isActive || person.hasAccount === false) && <StaffState person={person} />}
        </div>
      </div>
      {menu}
    </div>
  );
}
