import { Hono } from 'hono';
import { findingQuery, importQuery } from '#domain/imports/import-query.ts';
import {
  importFinding,
  importMappingRequest,
  importSummary,
  importUploadQuery,
  patientImport,
} from '#domain/imports/patient-import.ts';
import { pageOf } from '#domain/shared/page.ts';
import { fileOperation } from '../http/file-operation.ts';
import { type AppEnv, operation } from '../http/operation.ts';
import { exportBadRows } from './export-bad-rows.ts';
import { getImport } from './get-import.ts';
import { listFindings, listImports } from './list-imports.ts';
import { mapImport } from './map-import.ts';
import { discardImport, startImport } from './start-import.ts';
import { uploadImport } from './upload-import.ts';

const access = 'patients.import';

export const importRoutes = new Hono<AppEnv>()
  .get(
    '/',
    operation(
      {
        id: 'listImports',
        summary: 'Patient files imported or on their way in, newest first',
        access,
        query: importQuery,
        response: pageOf(importSummary),
      },
      ({ ctx, query }) => listImports(ctx, query),
    ),
  )
  .post(
    '/',
    fileOperation(
      {
        id: 'uploadImport',
        summary: 'Upload a patient file and see what its columns seem to hold',
        access,
        query: importUploadQuery,
        takes: 'text/csv',
        response: patientImport,
        status: 201,
      },
      ({ ctx, query, http }) =>
        uploadImport(
          ctx,
          query.fileName,
          Number(http.req.header('content-length') ?? 0),
          http.req.raw.body,
        ),
    ),
  )
  .get(
    '/:id',
    operation(
      {
        id: 'getImport',
        summary: 'One import: its columns, what was found and the work in hand',
        access,
        response: patientImport,
      },
      ({ ctx, id }) => getImport(ctx, id),
    ),
  )
  .put(
    '/:id/mapping',
    operation(
      {
        id: 'mapImport',
        summary: 'Say what the columns hold and start the dry run',
        access,
        body: importMappingRequest,
        example: {
          columns: ['clinicNumber', 'familyName', 'givenName', 'birthDate', null],
          hasHeader: true,
          nameOrder: 'given_first',
          dateOrder: 'dmy',
        },
        versioned: true,
        response: patientImport,
      },
      ({ ctx, id, ifMatch, body }) => mapImport(ctx, id, ifMatch, body),
    ),
  )
  .get(
    '/:id/problems',
    operation(
      {
        id: 'listImportProblems',
        summary: 'What a dry run found, row by row and column by column',
        access,
        query: findingQuery,
        response: pageOf(importFinding),
      },
      ({ ctx, id, query }) => listFindings(ctx, id, query),
    ),
  )
  .post(
    '/:id/run',
    operation(
      {
        id: 'runImport',
        summary: 'Import all good rows',
        access,
        versioned: true,
        response: patientImport,
        status: 202,
      },
      ({ ctx, id, ifMatch }) => startImport(ctx, id, ifMatch),
    ),
  )
  .get(
    '/:id/bad-rows',
    fileOperation(
      {
        id: 'exportBadRows',
        summary: 'The rows that cannot be imported, with their reasons, as a CSV file',
        access,
        answers: 'text/csv',
      },
      ({ ctx, id }) => exportBadRows(ctx, id),
    ),
  )
  .post(
    '/:id/discard',
    operation(
      {
        id: 'discardImport',
        summary: 'Delete the file and what was read from it',
        access,
        versioned: true,
        response: patientImport,
      },
      ({ ctx, id, ifMatch }) => discardImport(ctx, id, ifMatch),
    ),
  );
