import type { HandedOver, PhoneReportCreate } from '#domain/phone-reports/phone-report.ts';
import { reportUrgency } from '#domain/phone-reports/red-flags.ts';
import { invalidField } from '#domain/shared/problem.ts';
import { eq } from 'drizzle-orm';
import { transact } from '../audit/transact.ts';
import { clinicToday, fetchClinic } from '../clinic/clinic-view.ts';
import { patients } from '../db/schema/patients.ts';
import { phoneReports } from '../db/schema/phone-reports.ts';
import { addTasks } from '../follow-ups/keep-tasks.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { findPatients } from '../patients/patient-view.ts';
import { fetchReport, toHandedOver } from './phone-report-view.ts';

/**
 * Hands a call with a problem over to the care team: the patient's words are kept, and a task at
 * the head of the worklist calls a clinician, at once with an emergency sign, else the same day.
 * The answer holds nothing of what was said, so that nobody at the desk can read it back.
 * Source: PRODUCT.md, "A patient phoned with a problem"; CLINICAL.md section 3.3.
 * @throws Problem `invalid` at `patientId`
 */
export async function filePhoneReport(ctx: Ctx, input: PhoneReportCreate): Promise<HandedOver> {
  authorise(ctx, 'phone-reports.write');
  return await transact(ctx, async (tx) => {
    const known = await findPatients(tx.db, eq(patients.id, input.patientId), 1);
    if (known.length === 0) throw invalidField('patientId', 'There is no such patient.');
    const now = ctx.deps.now();
    const id = ctx.deps.newId();
    await tx.db.insert(phoneReports).values({
      ...input,
      id,
      createdAt: now,
      updatedAt: now,
      filedBy: ctx.actor.staffId,
    });
    const { timeZone } = await fetchClinic(tx.db);
    const today = clinicToday(timeZone, now);
    const subject = { patientId: input.patientId, courseId: null, phoneReportId: id };
    const task = {
      causeKey: `phone_report ${id}`,
      rule: 'phone_report' as const,
      sessionId: null,
      sideEffectId: null,
      assignedTo: null,
      metOn: null,
      urgency: reportUrgency(input.redFlags),
      dueFrom: today,
      targetOn: today,
      dueTo: today,
    };
    await addTasks(ctx, tx, subject, [task]);
    const made = await fetchReport(tx.db, id);
    await tx.record({
      act: 'phone-reports.file',
      entity: 'phone-report',
      entityId: id,
      patientId: input.patientId,
      after: made,
    });
    return toHandedOver(made);
  });
}
