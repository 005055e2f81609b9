import { Hono } from 'hono';
import * as z from 'zod/mini';
import {
  closureQuery,
  staffHoursQuery,
  timeOffQuery,
} from '#domain/availability/availability-query.ts';
import { closure, closureCreate, closureUpdate } from '#domain/availability/closure.ts';
import { displacedAppointments, displacing } from '#domain/availability/displaced-appointment.ts';
import {
  staffHours,
  staffHoursCreate,
  staffHoursUpdate,
} from '#domain/availability/staff-hours.ts';
import { timeOff, timeOffCreate, timeOffUpdate } from '#domain/availability/time-off.ts';
import { DEMO_CLINIC } from '#domain/demo/demo-clinic.ts';
import { DEMO_IDS } from '#domain/demo/demo-ids.ts';
import { desk } from '#domain/shared/field-tags.ts';
import { id as recordId } from '#domain/shared/ids.ts';
import { pageOf } from '#domain/shared/page.ts';
import { type AppEnv, operation } from '../http/operation.ts';
import { listClosures } from './closure-view.ts';
import { listDisplaced } from './displaced-appointments.ts';
import { listStaffHours } from './hours-view.ts';
import { createClosure, removeClosure, updateClosure } from './set-closure.ts';
import { createStaffHours, removeStaffHours, updateStaffHours } from './set-staff-hours.ts';
import { createTimeOff, removeTimeOff, updateTimeOff } from './set-time-off.ts';
import { listTimeOff } from './time-off-view.ts';
import { typeRoutes } from './type-routes.ts';

const removed = z.strictObject({ id: desk(recordId) });

const hoursRoutes = new Hono<AppEnv>()
  .get(
    '/',
    operation(
      {
        id: 'listStaffHours',
        summary: 'Practitioners’ weekly hours',
        access: 'availability.read',
        query: staffHoursQuery,
        response: pageOf(staffHours),
      },
      ({ ctx, query }) => listStaffHours(ctx, query.practitionerId),
    ),
  )
  .post(
    '/',
    operation(
      {
        id: 'createStaffHours',
        summary: 'Set a practitioner’s weekly hours from a day on',
        access: 'hours.write',
        body: staffHoursCreate,
        example: {
          practitionerId: DEMO_IDS.practitioner,
          validFrom: '2030-01-01',
          hours: { ...DEMO_CLINIC.hours, monday: [{ from: '09:00', to: '13:00' }] },
        },
        response: z.strictObject({ ...staffHours.shape, ...displacing }),
        status: 201,
      },
      ({ ctx, body }) => createStaffHours(ctx, body),
    ),
  )
  .patch(
    '/:id',
    operation(
      {
        id: 'updateStaffHours',
        summary: 'Change weekly hours',
        access: 'hours.write',
        body: staffHoursUpdate,
        example: { hours: null },
        versioned: true,
        response: z.strictObject({ ...staffHours.shape, ...displacing }),
      },
      ({ ctx, id, ifMatch, body }) => updateStaffHours(ctx, id, ifMatch, body),
    ),
  )
  .post(
    '/:id/remove',
    operation(
      {
        id: 'removeStaffHours',
        summary: 'Take weekly hours out; those before them hold on',
        access: 'hours.write',
        versioned: true,
        response: z.strictObject({ ...removed.shape, ...displacing }),
      },
      ({ ctx, id, ifMatch }) => removeStaffHours(ctx, id, ifMatch),
    ),
  );

const timeOffRoutes = new Hono<AppEnv>()
  .get(
    '/',
    operation(
      {
        id: 'listTimeOff',
        summary: 'Practitioners’ time off, the earliest first',
        access: 'availability.read',
        query: timeOffQuery,
        response: pageOf(timeOff),
      },
      ({ ctx, query }) => listTimeOff(ctx, query),
    ),
  )
  .post(
    '/',
    operation(
      {
        id: 'createTimeOff',
        summary: 'Enter a practitioner’s time off',
        access: 'hours.write',
        body: timeOffCreate,
        example: {
          practitionerId: DEMO_IDS.practitioner,
          startsAt: '2030-03-04T00:00:00.000Z',
          endsAt: '2030-03-09T00:00:00.000Z',
          reason: 'Holiday',
        },
        response: z.strictObject({ ...timeOff.shape, ...displacing }),
        status: 201,
      },
      ({ ctx, body }) => createTimeOff(ctx, body),
    ),
  )
  .patch(
    '/:id',
    operation(
      {
        id: 'updateTimeOff',
        summary: 'Change a time off',
        access: 'hours.write',
        body: timeOffUpdate,
        example: { reason: 'Congress' },
        versioned: true,
        response: z.strictObject({ ...timeOff.shape, ...displacing }),
      },
      ({ ctx, id, ifMatch, body }) => updateTimeOff(ctx, id, ifMatch, body),
    ),
  )
  .post(
    '/:id/remove',
    operation(
      {
        id: 'removeTimeOff',
        summary: 'Take a time off out',
        access: 'hours.write',
        versioned: true,
        response: removed,
      },
      ({ ctx, id, ifMatch }) => removeTimeOff(ctx, id, ifMatch),
    ),
  );

const closureRoutes = new Hono<AppEnv>()
  .get(
    '/',
    operation(
      {
        id: 'listClosures',
        summary: 'Days the clinic is closed, the earliest first',
        access: 'availability.read',
        query: closureQuery,
        response: pageOf(closure),
      },
      ({ ctx, query }) => listClosures(ctx, query.from),
    ),
  )
  .post(
    '/',
    operation(
      {
        id: 'createClosure',
        summary: 'Close the clinic on some days',
        access: 'availability.write',
        body: closureCreate,
        example: { fromDate: '2030-12-24', toDate: '2030-12-26', name: 'Winter holidays' },
        response: z.strictObject({ ...closure.shape, ...displacing }),
        status: 201,
      },
      ({ ctx, body }) => createClosure(ctx, body),
    ),
  )
  .patch(
    '/:id',
    operation(
      {
        id: 'updateClosure',
        summary: 'Change a closure',
        access: 'availability.write',
        body: closureUpdate,
        example: { name: 'Closed for works' },
        versioned: true,
        response: z.strictObject({ ...closure.shape, ...displacing }),
      },
      ({ ctx, id, ifMatch, body }) => updateClosure(ctx, id, ifMatch, body),
    ),
  )
  .post(
    '/:id/remove',
    operation(
      {
        id: 'removeClosure',
        summary: 'Take a closure out',
        access: 'availability.write',
        versioned: true,
        response: removed,
      },
      ({ ctx, id, ifMatch }) => removeClosure(ctx, id, ifMatch),
    ),
  );

/** When the clinic can be booked, and for what. */
export const availabilityRoutes = new Hono<AppEnv>()
  .route('/types', typeRoutes)
  .route('/staff-hours', hoursRoutes)
  .route('/time-off', timeOffRoutes)
  .route('/closures', closureRoutes)
  .get(
    '/displaced',
    operation(
      {
        id: 'listDisplacedAppointments',
        summary: 'Booked appointments that the hours, closures and time off no longer allow',
        access: 'availability.read',
        response: displacedAppointments,
      },
      ({ ctx }) => listDisplaced(ctx),
    ),
  );
