import * as appointments from './schema/appointments.ts';
import * as audit from './schema/audit.ts';
import * as auth from './schema/auth.ts';
import * as availability from './schema/availability.ts';
import * as clinic from './schema/clinic.ts';
import * as consents from './schema/consents.ts';
import * as consultations from './schema/consultations.ts';
import * as courses from './schema/courses.ts';
import * as followUps from './schema/follow-ups.ts';
import * as imports from './schema/imports.ts';
import * as ingredients from './schema/ingredients.ts';
import * as jobs from './schema/jobs.ts';
import * as notifications from './schema/notifications.ts';
import * as outcomes from './schema/outcomes.ts';
import * as patients from './schema/patients.ts';
import * as phoneReports from './schema/phone-reports.ts';
import * as profiles from './schema/profiles.ts';
import * as protocols from './schema/protocols.ts';
import * as recipes from './schema/recipes.ts';
import * as screening from './schema/screening.ts';
import * as sessions from './schema/sessions.ts';
import * as sideEffects from './schema/side-effects.ts';
import * as staff from './schema/staff.ts';
import * as waitingList from './schema/waiting-list.ts';

/** Every table, by the name the code knows it by. */
export const schema = {
  ...appointments,
  ...audit,
  ...auth,
  ...availability,
  ...clinic,
  ...consents,
  ...consultations,
  ...courses,
  ...followUps,
  ...imports,
  ...ingredients,
  ...jobs,
  ...notifications,
  ...outcomes,
  ...patients,
  ...phoneReports,
  ...profiles,
  ...protocols,
  ...recipes,
  ...screening,
  ...sessions,
  ...sideEffects,
  ...staff,
  ...waitingList,
};
