import { Link } from '@tanstack/react-router';
import type { NotificationLink } from '#src/features/notifications/notification-bell.tsx';

/** Where each notification leads. */
export const notificationLink: NotificationLink = ({ kind, subjectId, patient }, part) => {
  switch (kind) {
    case 'recipe_to_approve':
    case 'recipe_approved':
      return <Link to="/recipes/$recipeId" params={{ recipeId: subjectId }} {...part} />;
    case 'protocol_to_approve':
    case 'protocol_approved':
      return (
        <Link to="/settings/protocols/$protocolId" params={{ protocolId: subjectId }} {...part} />
      );
    case 'phone_report':
      return <Link to="/phone-reports/$id" params={{ id: subjectId }} {...part} />;
    case 'appointments_to_move':
      return <Link to="/settings/closures" {...part} />;
    default:
      return patient ? (
        <Link to="/patients/$patientId" params={{ patientId: patient.id }} {...part} />
      ) : (
        <Link to="/follow-ups" {...part} />
      );
  }
};
