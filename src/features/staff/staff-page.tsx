import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useClinic } from '#src/lib/me.ts';
import { Button } from '#src/ui/button.tsx';
import { DataTable } from '#src/ui/data-table.tsx';
import { PageFrame } from '#src/ui/page-frame.tsx';
import { usePageKey } from '#src/ui/page-keys.ts';
import { LoadingState, QueryBoundary } from '#src/ui/states.tsx';
import { ChangeStaff } from './change-staff.tsx';
import { InviteStaff } from './invite-staff.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { staffColumns } from './staff-columns.tsx';
import { StaffItem } from './staff-item.tsx';
import { StaffMenu } from './staff-menu.tsx';
import { staffListQuery } from './staff.queries.ts';
import type { StaffListItem } from './staff-words.tsx';

type Link = Parameters<typeof LinkDialog>[0]['link'];

/** Everyone who works here. The owner of the accounts invites, changes and deactivates; others see names and roles. */
export function StaffPage({ ownId, mayWrite }: { ownId: string; mayWrite: boolean }) {
  const query = useQuery(staffListQuery());
  const { timeZone } = useClinic();
  const [isInviting, setInviting] = useState(false);
  const [changing, setChanging] = useState<StaffListItem | null>(null);
  const [link, setLink] = useState<Link | null>(null);
  usePageKey('n', () => mayWrite && setInviting(true));
  const menuOf = (person: StaffListItem) =>
    mayWrite ? (
      <StaffMenu
        person={person}
        isSelf={person.id === ownId}
        onChange={() => setChanging(person)}
        onLink={setLink}
      />
    ) : null;
  return (
    <PageFrame
      title="Staff"
      meta={query.data && `${query.data.items.filter((person) => person.isActive).length} active`}
      actions={
        mayWrite && (
          <Button variant="primary" icon="plus" onClick={() => setInviting(true)}>
            Invite someone
          </Button>
        )
      }
      below={
        mayWrite ? undefined : (
          <p className="muted">
            Who works here and in which roles. The owner of the accounts changes them.
          </p>
        )
      }
    >
      <QueryBoundary
        query={query}
        loading={<LoadingState rows={5} />}
        errorTitle="The staff did not load"
      >
        {({ items }) => (
          <DataTable
            label="Staff"
            columns={staffColumns({ ownId, mayWrite })}
            rows={items}
            rowId={(person) => person.id}
            rowLabel={(person) => person.name}
            onOpen={mayWrite ? setChanging : undefined}
            rowActions={mayWrite ? menuOf : undefined}
            renderItem={(person) => (
              <StaffItem person={person} isSelf={person.id === ownId} menu={menuOf(person)} />
            )}
          />
        )}
      </QueryBoundary>
      {isInviting && (
        <InviteStaff
          onClose={() => setInviting(false)}
          onInvited={(made) => {
            setInviting(false);
            setLink(made);
          }}
        />
      )}
      {changing && (
        <ChangeStaff key={changing.id} person={changing} onClose={() => setChanging(null)} />
      )}
      {link && <LinkDialog link={link} timeZone={timeZone} onClose={() => setLink(null)} />}
    </PageFrame>
  );
}
