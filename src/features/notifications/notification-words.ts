import type { NotificationKind } from '#domain/notifications/notification.ts';
import type { IconName } from '#src/ui/icon.tsx';

/** How each kind is shown: its icon and its words. */
export const NOTIFICATION_WORDS: Record<NotificationKind, { icon: IconName; words: string }> = {
  phone_report: { icon: 'phone', words: 'Phoned with a problem' },
  escalation: { icon: 'review-triangle', words: 'Needs a clinician' },
  recipe_to_approve: { icon: 'flask', words: 'Recipe waits for a second person' },
  recipe_approved: { icon: 'ring-check', words: 'Recipe approved' },
  protocol_to_approve: { icon: 'file', words: 'Protocol waits for approval' },
  protocol_approved: { icon: 'ring-check', words: 'Protocol approved' },
  appointments_to_move: { icon: 'calendar', words: 'Appointments to move' },
};
