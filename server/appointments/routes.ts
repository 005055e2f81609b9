import { Hono } from 'hono';
import {
  appointment,
  appointmentCancel,
  appointmentCreate,
  appointmentList,
  appointmentMoves,
  appointmentOverride,
  appointmentOverrideMove,
  appointmentPush,
  appointmentStep,
  appointmentUpdate,
} from '#domain/appointments/appointment.ts';
import {
  bookableCourseQuery,
  bookableCourses,
  proposalRequest,
  proposals,
  seriesCreate,
} from '#domain/appointments/course-booking.ts';
import { freeSlotQuery, freeSlots } from '#domain/appointments/free-slots.ts';
import { appointmentQuery } from '#domain/appointments/schedule.ts';
import { DEMO_IDS } from '#domain/demo/demo-ids.ts';
import { pageOf } from '#domain/shared/page.ts';
import { type AppEnv, operation } from '../http/operation.ts';
import { bookAppointment, overrideBooking } from './book-appointment.ts';
import { bookSeries } from './book-series.ts';
import { findFreeSlots } from './find-free-slots.ts';
import { getAppointment, listAppointments } from './list-appointments.ts';
import { listBookableCourses } from './list-bookable-courses.ts';
import { proposeCourse } from './propose-course.ts';
import { pushAppointments } from './push-appointments.ts';
import { cancelAppointment, stepAppointment, undoAppointmentStep } from './step-appointment.ts';
import { moveAppointments, overrideMove, updateAppointment } from './update-appointment.ts';

// Days on which the demo clinic has nothing booked yet.
const FREE_DAY = '2026-09-01';
const LATER_DAY = '2026-09-15';
const booking = {
  patientId: DEMO_IDS.patient,
  practitionerId: DEMO_IDS.practitioner,
  roomId: null,
  typeId: DEMO_IDS.appointmentType,
  courseId: DEMO_IDS.course,
  note: 'Prefers to be called, not texted.',
};

export const appointmentRoutes = new Hono<AppEnv>()
  .get(
    '/',
    operation(
      {
        id: 'listAppointments',
        summary: 'Appointments, the latest first',
        access: 'appointments.read',
        query: appointmentQuery,
        response: pageOf(appointment),
      },
      ({ ctx, query }) => listAppointments(ctx, query),
    ),
  )
  .post(
    '/',
    operation(
      {
        id: 'bookAppointment',
        summary: 'Book an appointment',
        access: 'appointments.write',
        body: appointmentCreate,
        example: { ...booking, startsAt: `${FREE_DAY}T09:00:00.000Z` },
        response: appointment,
        status: 201,
      },
      ({ ctx, body }) => bookAppointment(ctx, body),
    ),
  )
  .post(
    '/overrides',
    operation(
      {
        id: 'overrideBooking',
        summary: 'Book an appointment that may overlap others or lie outside the hours',
        access: 'appointments.override',
        body: appointmentOverride,
        example: {
          ...booking,
          startsAt: `${FREE_DAY}T05:30:00.000Z`,
          overrideReason: 'Agreed with the practitioner: before hours, once.',
        },
        response: appointment,
        status: 201,
      },
      ({ ctx, body }) => overrideBooking(ctx, body),
    ),
  )
  .get(
    '/free',
    operation(
      {
        id: 'findFreeSlots',
        summary: 'The first free slots for a type of appointment',
        access: 'appointments.read',
        query: freeSlotQuery,
        response: freeSlots,
      },
      ({ ctx, query }) => findFreeSlots(ctx, query),
    ),
  )
  .get(
    '/courses',
    operation(
      {
        id: 'listBookableCourses',
        summary: 'A patient’s open courses: how far they are and when they go on',
        access: 'appointments.read',
        query: bookableCourseQuery,
        response: bookableCourses,
      },
      ({ ctx, query }) => listBookableCourses(ctx, query.patientId),
    ),
  )
  .post(
    '/moves',
    operation(
      {
        id: 'moveAppointments',
        summary: 'Move several appointments at once: all of them, or none',
        access: 'appointments.write',
        body: appointmentMoves,
        example: {
          moves: [{ id: DEMO_IDS.appointment, version: 1, startsAt: `${LATER_DAY}T10:00:00.000Z` }],
        },
        response: appointmentList,
      },
      ({ ctx, body }) => moveAppointments(ctx, body),
    ),
  )
  .post(
    '/push',
    operation(
      {
        id: 'pushAppointments',
        summary: 'A practitioner’s day runs late: push the rest of it',
        access: 'appointments.write',
        body: appointmentPush,
        example: {
          practitionerId: DEMO_IDS.practitioner,
          from: `${FREE_DAY}T09:00:00.000Z`,
          minutes: 15,
        },
        response: appointmentList,
      },
      ({ ctx, body }) => pushAppointments(ctx, body),
    ),
  )
  .post(
    '/proposals',
    operation(
      {
        id: 'proposeAppointments',
        summary: 'Propose dates for all appointments of a course; books nothing',
        access: 'appointments.write',
        body: proposalRequest,
        example: {
          patientId: DEMO_IDS.patient,
          typeId: DEMO_IDS.appointmentType,
          practitionerId: DEMO_IDS.practitioner,
          roomId: null,
          count: 3,
          intervalDaysMin: 14,
          intervalDaysMax: 28,
          from: FREE_DAY,
          part: 'morning',
          fixed: [{ index: 1, startsAt: `${LATER_DAY}T10:00:00.000Z` }],
        },
        response: proposals,
      },
      ({ ctx, body }) => proposeCourse(ctx, body),
    ),
  )
  .post(
    '/series',
    operation(
      {
        id: 'bookSeries',
        summary: 'Book several appointments of a patient: all of them, or none',
        access: 'appointments.write',
        body: seriesCreate,
        example: {
          patientId: DEMO_IDS.patient,
          typeId: DEMO_IDS.appointmentType,
          courseId: DEMO_IDS.course,
          note: '',
          appointments: [FREE_DAY, LATER_DAY].map((day) => ({
            startsAt: `${day}T09:00:00.000Z`,
            practitionerId: DEMO_IDS.practitioner,
            roomId: null,
          })),
        },
        response: appointmentList,
        status: 201,
      },
      ({ ctx, body }) => bookSeries(ctx, body),
    ),
  )
  .get(
    '/:id',
    operation(
      {
        id: 'getAppointment',
        summary: 'One appointment',
        access: 'appointments.read',
        response: appointment,
      },
      ({ ctx, id }) => getAppointment(ctx, id),
    ),
  )
  .patch(
    '/:id',
    operation(
      {
        id: 'updateAppointment',
        summary: 'Move or resize an appointment, or change its type, course or note',
        access: 'appointments.write',
        body: appointmentUpdate,
        example: { startsAt: `${LATER_DAY}T11:00:00.000Z`, note: 'Moved at her wish.' },
        versioned: true,
        response: appointment,
      },
      ({ ctx, id, ifMatch, body }) => updateAppointment(ctx, id, ifMatch, body),
    ),
  )
  .post(
    '/:id/override-move',
    operation(
      {
        id: 'overrideMove',
        summary: 'Move an appointment to where it may overlap others or lie outside the hours',
        access: 'appointments.override',
        body: appointmentOverrideMove,
        example: {
          startsAt: `${LATER_DAY}T05:30:00.000Z`,
          overrideReason: 'Agreed with the practitioner: before hours, once.',
        },
        versioned: true,
        response: appointment,
      },
      ({ ctx, id, ifMatch, body }) => overrideMove(ctx, id, ifMatch, body),
    ),
  )
  .post(
    '/:id/step',
    operation(
      {
        id: 'stepAppointment',
        summary: 'Confirm an appointment, or say who came, is treated, is done or did not come',
        access: 'appointments.write',
        body: appointmentStep,
        example: { status: 'confirmed' },
        versioned: true,
        response: appointment,
      },
      ({ ctx, id, ifMatch, body }) => stepAppointment(ctx, id, ifMatch, body.status),
    ),
  )
  .post(
    '/:id/cancel',
    operation(
      {
        id: 'cancelAppointment',
        summary: 'Cancel an appointment: by whom and why',
        access: 'appointments.write',
        body: appointmentCancel,
        example: { cancelledBy: 'patient', cancelReason: 'Ill.' },
        versioned: true,
        response: appointment,
      },
      ({ ctx, id, ifMatch, body }) => cancelAppointment(ctx, id, ifMatch, body),
    ),
  )
  .post(
    '/:id/undo',
    operation(
      {
        id: 'undoAppointmentStep',
        summary: 'Undo the last step of an appointment, or bring a cancelled one back',
        access: 'appointments.write',
        versioned: true,
        response: appointment,
      },
      ({ ctx, id, ifMatch }) => undoAppointmentStep(ctx, id, ifMatch),
    ),
  );
