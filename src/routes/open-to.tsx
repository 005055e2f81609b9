import type { ReactNode } from 'react';
import type { Action } from '#domain/staff/permissions.ts';
import { useMay } from '#src/lib/me.ts';
import { PageFrame } from '#src/ui/page-frame.tsx';
import { NoPermissionState } from '#src/ui/states.tsx';

/** A page for those who may do the action; the others are told whom to ask. */
export function OpenTo({
  action,
  title,
  text,
  children,
}: {
  action: Action;
  /** The name of the page that stays closed. */
  title: string;
  /** Who does this in a clinic. */
  text: string;
  children: ReactNode;
}) {
  if (useMay(action)) return children;
  return (
    <PageFrame title={title}>
      <NoPermissionState text={text} />
    </PageFrame>
  );
}
