import { Hono } from 'hono';
import {
  appointmentType,
  appointmentTypeCreate,
  appointmentTypeOrder,
  appointmentTypeUpdate,
  STARTER_TYPES,
} from '#domain/availability/appointment-type.ts';
import { demoTypeId } from '#domain/demo/demo-availability.ts';
import { pageOf } from '#domain/shared/page.ts';
import { type AppEnv, operation } from '../http/operation.ts';
import { createAppointmentType } from './create-type.ts';
import { listAppointmentTypes, orderAppointmentTypes } from './order-types.ts';
import { archiveAppointmentType, updateAppointmentType } from './update-type.ts';

/** Types of appointment. */
export const typeRoutes = new Hono<AppEnv>()
  .get(
    '/',
    operation(
      {
        id: 'listAppointmentTypes',
        summary: 'Types of appointment in the clinic’s order, archived ones too',
        access: 'availability.read',
        response: pageOf(appointmentType),
      },
      ({ ctx }) => listAppointmentTypes(ctx),
    ),
  )
  .post(
    '/',
    operation(
      {
        id: 'createAppointmentType',
        summary: 'Add a type of appointment',
        access: 'availability.write',
        body: appointmentTypeCreate,
        example: {
          name: 'Session with mesogun',
          kind: 'session',
          durationMinutes: 45,
          technique: 'mesogun',
          bufferMinutes: 5,
        },
        response: appointmentType,
        status: 201,
      },
      ({ ctx, body }) => createAppointmentType(ctx, body),
    ),
  )
  .post(
    '/order',
    operation(
      {
        id: 'orderAppointmentTypes',
        summary: 'Put the types that can be booked into an order',
        access: 'availability.write',
        body: appointmentTypeOrder,
        example: { ids: STARTER_TYPES.map((_, index) => demoTypeId(index + 1)).toReversed() },
        response: pageOf(appointmentType),
      },
      ({ ctx, body }) => orderAppointmentTypes(ctx, body.ids),
    ),
  )
  .patch(
    '/:id',
    operation(
      {
        id: 'updateAppointmentType',
        summary: 'Change a type of appointment',
        access: 'availability.write',
        body: appointmentTypeUpdate,
        example: { durationMinutes: 40 },
        versioned: true,
        response: appointmentType,
      },
      ({ ctx, id, ifMatch, body }) => updateAppointmentType(ctx, id, ifMatch, body),
    ),
  )
  .post(
    '/:id/archive',
    operation(
      {
        id: 'archiveAppointmentType',
        summary: 'Take a type out of what can be booked',
        access: 'availability.write',
        versioned: true,
        response: appointmentType,
      },
      ({ ctx, id, ifMatch }) => archiveAppointmentType(ctx, id, ifMatch, true),
    ),
  )
  .post(
    '/:id/restore',
    operation(
      {
        id: 'restoreAppointmentType',
        summary: 'Let a type be booked again',
        access: 'availability.write',
        versioned: true,
        response: appointmentType,
      },
      ({ ctx, id, ifMatch }) => archiveAppointmentType(ctx, id, ifMatch, false),
    ),
  );
