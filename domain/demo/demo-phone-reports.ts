import {
  NO_FLAGS_ASKED,
  type PhoneReport,
  REPORT_CLOSING_LABELS,
} from '#domain/phone-reports/phone-report.ts';
import { RED_FLAGS, type RedFlag, reportUrgency } from '#domain/phone-reports/red-flags.ts';
import { addDays } from '#domain/shared/calendar-date.ts';
import type { Session } from '#domain/sessions/session.ts';
import type { SideEffect } from '#domain/side-effects/side-effect.ts';
import { DEMO_IDS, DEMO_KINDS } from './demo-ids.ts';
import { demoId } from './demo-clinic.ts';
import { LAST_RECORDED_DAY, momentAt } from './demo-days.ts';
import type { DemoTask } from './demo-follow-ups.ts';

/** A report of the demo clinic, its patient by id. */
export type DemoPhoneReport = Omit<PhoneReport, 'patient'> & { patientId: string };

type Call = {
  words: string;
  since: string;
  flags: readonly RedFlag[];
  daysAgo: number;
  advice: string | null;
};

/** Calls that told of no recorded side effect; the first two still wait for a clinician. */
const CALLS: readonly Call[] = [
  {
    words: 'The crown has been hot since last night and the red patch is getting bigger.',
    since: 'last night',
    flags: ['spreading_redness'],
    daysAgo: 0,
    advice: null,
  },
  {
    words: 'Could she wash her hair with the new shampoo, or is it too early?',
    since: 'this morning',
    flags: [],
    daysAgo: 0,
    advice: null,
  },
  {
    words: 'A headache in the evening after the session, gone after a night’s sleep.',
    since: 'two days',
    flags: [],
    daysAgo: 9,
    advice: 'Nothing further; asked to call again if it comes back.',
  },
  {
    words: 'Went swimming the day after and is worried about the chlorine.',
    since: 'yesterday',
    flags: [],
    daysAgo: 23,
    advice: 'Rinse with water, no swimming for three days next time.',
  },
  {
    words: 'The scalp feels tight where the needles went in.',
    since: 'this morning',
    flags: [],
    daysAgo: 41,
    advice: 'Cool compress; settled by the evening call.',
  },
];

const PHONES = ['+351 912 000 141', '+351 912 000 142', '+351 912 000 143'];

function answers(flags: readonly RedFlag[]): PhoneReport['redFlags'] {
  const asked = Object.fromEntries(
    RED_FLAGS.map((flag) => [flag, flags.includes(flag) ? ('yes' as const) : ('no' as const)]),
  );
  return { ...NO_FLAGS_ASKED, ...asked };
}

function reportOf(call: Call, patientId: string, at: string, index: number) {
  const isOpen = call.advice === null;
  return {
    patientId,
    version: isOpen ? 1 : 3,
    words: call.words,
    since: call.since,
    callBackPhone: PHONES[index % PHONES.length] ?? '',
    redFlags: answers(call.flags),
    filedBy: DEMO_IDS.receptionist,
    takenBy: isOpen ? null : DEMO_IDS.practitioner,
    takenAt: isOpen ? null : at,
    closing: isOpen ? null : ('advice' as const),
    closeNote: call.advice,
    sideEffectId: null,
    closedBy: isOpen ? null : DEMO_IDS.practitioner,
    closedAt: isOpen ? null : at,
    createdAt: at,
    updatedAt: at,
  };
}

/** The report behind a side effect that came to be known by phone. */
function reportOfEffect(effect: SideEffect, index: number) {
  const at = momentAt(effect.firstReportedOn, 11 * 60 + 32);
  const words = effect.description === '' ? 'It hurts more than last time.' : effect.description;
  const { warningSigns } = effect;
  const flags = RED_FLAGS.filter((flag) => warningSigns.includes(flag));
  const call = { words, since: 'yesterday', flags, daysAgo: 0, advice: 'Recorded.' };
  const { patientId, id: sideEffectId } = effect;
  const report = reportOf(call, patientId, at, index);
  return { ...report, closing: 'side_effect' as const, closeNote: null, sideEffectId };
}

/** The calls with a problem, and the tasks they made, from `firstTask` on. */
export function demoPhoneReports(
  { sessions, sideEffects }: { sessions: readonly Session[]; sideEffects: readonly SideEffect[] },
  firstTask: number,
): { reports: DemoPhoneReport[]; tasks: DemoTask[] } {
  const treated = sessions.filter(({ status }) => status === 'signed');
  const called = new Set<string>();
  const calls = CALLS.flatMap((call, index) => {
    const day = addDays(LAST_RECORDED_DAY, -call.daysAgo);
    // Of several people, whoever came last, so that no two calls are of one.
    const earlier = treated.filter(({ sessionOn }) => sessionOn < addDays(day, -1 - index));
    const last = earlier.findLast(({ patientId }) => !called.has(patientId));
    if (!last) return [];
    called.add(last.patientId);
    return [reportOf(call, last.patientId, momentAt(day, 11 * 60 + 32 + index * 25), index)];
  });
  const told = sideEffects.filter(({ reportSource }) => reportSource === 'phone').slice(-12);
  const reports = [...calls, ...told.map(reportOfEffect)].map((one, index) => ({
    ...one,
    id: demoId(DEMO_KINDS.phoneReport, index + 1),
  }));
  const tasks = reports.map((report, index): DemoTask => {
    const on = report.createdAt.slice(0, 10);
    const isOpen = report.closedAt === null;
    return {
      id: demoId(DEMO_KINDS.followUp, firstTask + index),
      rule: 'phone_report',
      patientId: report.patientId,
      courseId: null,
      sessionId: null,
      sideEffectId: null,
      phoneReportId: report.id,
      dueFrom: on,
      targetOn: on,
      dueTo: on,
      urgency: reportUrgency(report.redFlags),
      assignedTo: report.takenBy,
      status: isOpen ? 'open' : 'done',
      needsClinician: false,
      callBackOn: null,
      closedOn: isOpen ? null : on,
      closedBy: report.closedBy,
      closeReason: isOpen
        ? null
        : (report.closeNote ?? REPORT_CLOSING_LABELS[report.closing ?? 'advice']),
      createdAt: report.createdAt,
    };
  });
  return { reports, tasks };
}
