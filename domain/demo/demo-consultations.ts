import type { Consultation } from '#domain/consultations/consultation.ts';
import type { Course } from '#domain/courses/course.ts';
import { profileValuesOf } from '#domain/profiles/profile.ts';
import { addDays } from '#domain/shared/calendar-date.ts';
import { demoId } from './demo-clinic.ts';
import { momentAt } from './demo-days.ts';
import { DEMO_IDS, DEMO_KINDS } from './demo-ids.ts';
import type { DemoProfile, DemoTreated } from './demo-profiles.ts';
import { seededRandom } from './seeded-random.ts';

/** How far back consultations are kept in the demo clinic. */
const KEPT_DAYS = 180;

type Told = Pick<
  Course,
  | 'id'
  | 'complaint'
  | 'durationOfComplaintMonths'
  | 'areas'
  | 'causesAsked'
  | 'suitability'
  | 'status'
>;

type From = {
  people: readonly DemoTreated[];
  courses: readonly Told[];
  profiles: readonly DemoProfile[];
  now: string;
  /** The clinic date. */
  today: string;
};

const FINDINGS = [
  'Miniaturised hairs over the top, no scaling, no scarring.',
  'Hair pull negative at the vertex, occipital density kept.',
  'Diffuse thinning, follicular openings kept, slight erythema.',
] as const;

/** A draft of the practitioner for the example patient: nothing is missing for its signature. */
function exampleDraft({ now, today }: From, told: Told): Consultation {
  return {
    id: DEMO_IDS.consultation,
    version: 1,
    patientId: DEMO_IDS.patient,
    courseId: DEMO_IDS.course,
    appointmentId: null,
    heldOn: today,
    performedBy: DEMO_IDS.practitioner,
    status: 'draft',
    complaint: told.complaint === '' ? 'Wider parting.' : told.complaint,
    onset: 'gradual',
    durationOfComplaintMonths: told.durationOfComplaintMonths,
    areas: told.areas,
    causesAsked: told.causesAsked,
    adviceSought: ['gp'],
    adviceNote: null,
    transplant: 'no',
    transplantOn: null,
    surgeonClearance: null,
    examination: FINDINGS[0],
    decision: 'suitable',
    decisionReason: 'Early thinning, no scarring.',
    plan: 'Go on as planned; look again at week 12.',
    signedAt: null,
    signedBy: null,
    profileThen: null,
    createdAt: now,
    updatedAt: now,
  };
}

/** Signed consultations at which the courses of the last months were decided, and one draft of today. */
export function demoConsultations(from: From): Consultation[] {
  const { people, courses, profiles, today } = from;
  const told = new Map(courses.map((course) => [course.id, course]));
  const known = new Map(profiles.map((profile) => [profile.patientId, profile]));
  const since = addDays(today, -KEPT_DAYS);
  const recent = people.filter(
    ({ openedOn, courseId }) => openedOn >= since && courseId !== DEMO_IDS.course,
  );
  const made = recent.flatMap((treated, index): Consultation[] => {
    const course = told.get(treated.courseId);
    if (!course || course.suitability === null) return [];
    const random = seededRandom(`consultation ${treated.courseId}`);
    const profile = known.get(treated.patientId);
    const { suitability } = course;
    return [
      {
        id: demoId(DEMO_KINDS.consultation, index + 2),
        version: 2,
        patientId: treated.patientId,
        courseId: treated.courseId,
        appointmentId: null,
        heldOn: treated.openedOn,
        performedBy: suitability.decidedBy,
        status: 'signed',
        complaint: course.complaint === '' ? 'Losing hair.' : course.complaint,
        onset: random.pick(['gradual', 'gradual', 'gradual', 'sudden', 'comes_and_goes']),
        durationOfComplaintMonths: course.durationOfComplaintMonths,
        areas: course.areas,
        causesAsked: course.causesAsked,
        adviceSought: random.pick([[], ['gp'], ['dermatologist'], ['pharmacist', 'gp'], null]),
        adviceNote: null,
        transplant: random.chance(0.03) ? 'unknown' : 'no',
        transplantOn: null,
        surgeonClearance: null,
        examination: random.pick(FINDINGS),
        decision: suitability.decision,
        decisionReason: suitability.reason,
        plan: '',
        signedAt: suitability.decidedAt,
        signedBy: suitability.decidedBy,
        profileThen: profile ? profileValuesOf(profile) : null,
        createdAt: momentAt(treated.openedOn, 9 * 60),
        updatedAt: suitability.decidedAt,
      },
    ];
  });
  const example = told.get(DEMO_IDS.course);
  return example ? [exampleDraft(from, example), ...made] : made;
}
