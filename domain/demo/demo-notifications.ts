import type { NotificationKind } from '#domain/notifications/notification.ts';
import { DEMO_STAFF, demoId } from './demo-clinic.ts';
import { DEMO_KINDS } from './demo-ids.ts';
import type { DemoRecords } from './demo-records.ts';

/** What one member of the made-up staff is told of. */
export type DemoNotification = {
  id: string;
  staffId: string;
  kind: NotificationKind;
  subjectId: string;
  patientId: string | null;
  about: string | null;
  createdAt: string;
};

type Notice = Omit<DemoNotification, 'id' | 'staffId'> & { by: readonly string[] };

const PRACTITIONERS = DEMO_STAFF.filter(({ roles }) => roles.includes('practitioner'));

/** What still waits for a practitioner: calls nobody has taken over, and drafts of recipes. */
export function demoNotifications({
  phoneReports,
  recipes,
}: Pick<DemoRecords, 'phoneReports' | 'recipes'>): DemoNotification[] {
  const calls = phoneReports
    .filter(({ takenAt, closedAt }) => takenAt === null && closedAt === null)
    .map(({ id, patientId, createdAt }): Notice => ({
      kind: 'phone_report',
      subjectId: id,
      patientId,
      about: null,
      createdAt,
      by: [],
    }));
  const drafts = recipes.flatMap(({ recipe, versions }) =>
    versions
      .filter(({ status }) => status === 'draft' && !recipe.isArchived)
      .map(({ createdAt, createdBy }): Notice => ({
        kind: 'recipe_to_approve',
        subjectId: recipe.id,
        patientId: null,
        about: recipe.name,
        createdAt,
        by: [createdBy],
      })),
  );
  return [...calls, ...drafts]
    .flatMap(({ by, ...notice }) =>
      PRACTITIONERS.filter(({ id }) => !by.includes(id)).map(({ id: staffId }) => ({
        ...notice,
        staffId,
      })),
    )
    .map((notice, index) => ({ ...notice, id: demoId(DEMO_KINDS.notification, index + 1) }));
}
