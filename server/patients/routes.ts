import { Hono } from 'hono';
import * as z from 'zod/mini';
import { patient, patientCreate, patientUpdate } from '#domain/patients/patient.ts';
import {
  duplicateQuery,
  patientExportQuery,
  patientQuery,
  possibleDuplicate,
  patientListItem,
} from '#domain/patients/patient-query.ts';
import { pageOf } from '#domain/shared/page.ts';
import { fileOperation } from '../http/file-operation.ts';
import { type AppEnv, operation } from '../http/operation.ts';
import { createPatient } from './create-patient.ts';
import { exportPatients } from './export-patients.ts';
import { findDuplicates } from './find-duplicates.ts';
import { getPatient } from './get-patient.ts';
import { listPatients } from './list-patients.ts';
import { archivePatient, updatePatient } from './update-patient.ts';

export const patientRoutes = new Hono<AppEnv>()
  .get(
    '/',
    operation(
      {
        id: 'listPatients',
        summary: 'Find patients by name, phone, birth date or number',
        access: 'patients.read',
        query: patientQuery,
        response: pageOf(patientListItem),
      },
      ({ ctx, query }) => listPatients(ctx, query),
    ),
  )
  .post(
    '/',
    operation(
      {
        id: 'createPatient',
        summary: 'Register a patient',
        access: 'patients.write',
        body: patientCreate,
        example: {
          clinicNumber: null,
          familyName: 'Wiśniewska',
          givenName: 'Zofia',
          birthDate: '1991-04-23',
          sexAtBirth: 'female',
          phone: '912 555 014',
          email: null,
          contactPreference: 'phone',
          language: 'pl',
          referralSource: null,
          notes: '',
        },
        response: patient,
        status: 201,
      },
      ({ ctx, body }) => createPatient(ctx, body),
    ),
  )
  .get(
    '/duplicates',
    operation(
      {
        id: 'findDuplicatePatients',
        summary: 'Who a patient being typed might be already',
        access: 'patients.read',
        query: duplicateQuery,
        response: z.strictObject({ items: z.array(possibleDuplicate) }),
      },
      async ({ ctx, query }) => ({ items: await findDuplicates(ctx, query) }),
    ),
  )
  .get(
    '/export',
    fileOperation(
      {
        id: 'exportPatients',
        summary: 'The patients that match, as a CSV file',
        access: 'patients.export',
        query: patientExportQuery,
        answers: 'text/csv',
      },
      ({ ctx, query }) => exportPatients(ctx, query),
    ),
  )
  .get(
    '/:id',
    operation(
      {
        id: 'getPatient',
        summary: 'One patient, as the desk knows them',
        access: 'patients.read',
        response: patient,
      },
      ({ ctx, id }) => getPatient(ctx, id),
    ),
  )
  .patch(
    '/:id',
    operation(
      {
        id: 'updatePatient',
        summary: 'Change a patient’s desk fields',
        access: 'patients.write',
        body: patientUpdate,
        example: { contactPreference: 'sms' },
        versioned: true,
        response: patient,
      },
      ({ ctx, id, ifMatch, body }) => updatePatient(ctx, id, ifMatch, body),
    ),
  )
  .post(
    '/:id/archive',
    operation(
      {
        id: 'archivePatient',
        summary: 'Put a patient out of the everyday list',
        access: 'patients.write',
        versioned: true,
        response: patient,
      },
      ({ ctx, id, ifMatch }) => archivePatient(ctx, id, ifMatch, true),
    ),
  )
  .post(
    '/:id/restore',
    operation(
      {
        id: 'restorePatient',
        summary: 'Bring an archived patient back',
        access: 'patients.write',
        versioned: true,
        response: patient,
      },
      ({ ctx, id, ifMatch }) => archivePatient(ctx, id, ifMatch, false),
    ),
  );
