import { Link } from '@tanstack/react-router';
import type { NotificationLink } from '#src/features/notifications/notification-bell.tsx';

/** Where each notification leads. */
export const notificationLink: NotificationLink = ({ kind, subjectId, patient }, part) => {
  switch (kind) {
    case 'recipe_to_approve':
    case 'recipe_approved':
      return <Link to="/recipes/$recipeId" params={{ recipeId: subjectId }} {...part} />;
    case 'phone_report':
      return <Link to="/phone-reports/$id" params={{ id: subjectId }} {...part} />;
    default:
      return patient ? (
        <Link to="/patients/$patientId" params={{ patientId: patient.id }} {...part} />
      ) : (
        <Link to="/" {...part} />
      );
  }
};
