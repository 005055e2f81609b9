import { Hono } from 'hono';
import { DEMO_IDS } from '#domain/demo/demo-ids.ts';
import { freeSlots } from '#domain/appointments/free-slots.ts';
import { pageOf } from '#domain/shared/page.ts';
import {
  waitingBook,
  waitingBooked,
  waitingCreate,
  waitingEntry,
  waitingMatches,
  waitingPark,
  waitingParked,
  waitingUpdate,
  waitingWithdraw,
} from '#domain/waiting-list/waiting-entry.ts';
import { gapQuery, waitingFreeQuery, waitingQuery } from '#domain/waiting-list/waiting-query.ts';
import { type AppEnv, operation } from '../http/operation.ts';
import { addWaiting, updateWaiting } from './add-waiting.ts';
import { bookWaiting, unbookWaiting } from './book-waiting.ts';
import { findMatches } from './find-matches.ts';
import { findTimes } from './find-times.ts';
import { getWaiting, listWaiting } from './list-waiting.ts';
import { parkAppointments } from './park-waiting.ts';
import { offerWaiting, restoreWaiting, withdrawWaiting } from './step-waiting.ts';

export const waitingListRoutes = new Hono<AppEnv>()
  .get(
    '/',
    operation(
      {
        id: 'listWaiting',
        summary: 'Who waits for a time: the urgent first, then who has waited longest',
        access: 'appointments.read',
        query: waitingQuery,
        response: pageOf(waitingEntry),
      },
      ({ ctx, query }) => listWaiting(ctx, query),
    ),
  )
  .post(
    '/',
    operation(
      {
        id: 'addWaiting',
        summary: 'Put a patient on the waiting list',
        access: 'appointments.write',
        body: waitingCreate,
        example: {
          patientId: DEMO_IDS.patient,
          typeId: DEMO_IDS.appointmentType,
          courseId: DEMO_IDS.course,
          practitionerId: DEMO_IDS.practitioner,
          fromDay: '2026-08-31',
          toDay: '2026-09-30',
          weekdays: ['tuesday', 'thursday'],
          part: 'morning',
          urgency: 'normal',
          note: 'Can come at an hour’s notice.',
        },
        response: waitingEntry,
        status: 201,
      },
      ({ ctx, body }) => addWaiting(ctx, body),
    ),
  )
  .get(
    '/matches',
    operation(
      {
        id: 'findWaitingMatches',
        summary: 'Who of the waiting list fits a gap, the urgent first',
        access: 'appointments.read',
        query: gapQuery,
        response: waitingMatches,
      },
      ({ ctx, query }) => findMatches(ctx, query),
    ),
  )
  .post(
    '/park',
    operation(
      {
        id: 'parkAppointments',
        summary: 'Take appointments off the schedule until they are placed: all, or none',
        access: 'appointments.write',
        body: waitingPark,
        example: { appointments: [{ id: DEMO_IDS.appointment, version: 1 }] },
        response: waitingParked,
        status: 201,
      },
      ({ ctx, body }) => parkAppointments(ctx, body),
    ),
  )
  .get(
    '/:id',
    operation(
      {
        id: 'getWaiting',
        summary: 'One entry of the waiting list',
        access: 'appointments.read',
        response: waitingEntry,
      },
      ({ ctx, id }) => getWaiting(ctx, id),
    ),
  )
  .patch(
    '/:id',
    operation(
      {
        id: 'updateWaiting',
        summary: 'Change what someone who waits would take',
        access: 'appointments.write',
        body: waitingUpdate,
        example: { urgency: 'urgent', weekdays: [] },
        versioned: true,
        response: waitingEntry,
      },
      ({ ctx, id, ifMatch, body }) => updateWaiting(ctx, id, ifMatch, body),
    ),
  )
  .get(
    '/:id/free',
    operation(
      {
        id: 'findWaitingTimes',
        summary: 'The first free times for an entry: as it wishes, or any',
        access: 'appointments.read',
        query: waitingFreeQuery,
        response: freeSlots,
      },
      ({ ctx, id, query }) => findTimes(ctx, id, query),
    ),
  )
  .post(
    '/:id/offer',
    operation(
      {
        id: 'offerWaiting',
        summary: 'Note that someone who waits was offered a time',
        access: 'appointments.write',
        versioned: true,
        response: waitingEntry,
      },
      ({ ctx, id, ifMatch }) => offerWaiting(ctx, id, ifMatch),
    ),
  )
  .post(
    '/:id/withdraw',
    operation(
      {
        id: 'withdrawWaiting',
        summary: 'Take an entry off the list; a parked appointment is cancelled for good',
        access: 'appointments.write',
        body: waitingWithdraw,
        example: { cancelledBy: 'patient', reason: 'Found a time elsewhere.' },
        versioned: true,
        response: waitingEntry,
      },
      ({ ctx, id, ifMatch, body }) => withdrawWaiting(ctx, id, ifMatch, body),
    ),
  )
  .post(
    '/:id/restore',
    operation(
      {
        id: 'restoreWaiting',
        summary: 'Let an entry wait again that was withdrawn or offered a time',
        access: 'appointments.write',
        versioned: true,
        response: waitingEntry,
      },
      ({ ctx, id, ifMatch }) => restoreWaiting(ctx, id, ifMatch),
    ),
  )
  .post(
    '/:id/book',
    operation(
      {
        id: 'bookWaiting',
        summary: 'Book an entry into a slot and close it, or place a parked appointment',
        access: 'appointments.write',
        body: waitingBook,
        example: {
          startsAt: '2026-09-01T09:00:00.000Z',
          practitionerId: DEMO_IDS.practitioner,
          roomId: null,
        },
        versioned: true,
        response: waitingBooked,
      },
      ({ ctx, id, ifMatch, body }) => bookWaiting(ctx, id, ifMatch, body),
    ),
  )
  .post(
    '/:id/unbook',
    operation(
      {
        id: 'unbookWaiting',
        summary: 'Take a booking from the list back: the slot is free, the entry waits again',
        access: 'appointments.write',
        versioned: true,
        response: waitingBooked,
      },
      ({ ctx, id, ifMatch }) => unbookWaiting(ctx, id, ifMatch),
    ),
  );
