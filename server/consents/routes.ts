import { Hono } from 'hono';
import * as z from 'zod/mini';
import {
  consentTemplate,
  consentTemplateCreate,
  consentTemplateUpdate,
} from '#domain/consents/consent-template.ts';
import {
  consent,
  consentCompleteness,
  consentRevoke,
  consentSign,
  photoWithdrawal,
} from '#domain/consents/consent.ts';
import { DEMO_IDS } from '#domain/demo/demo-ids.ts';
import { admin, clinical } from '#domain/shared/field-tags.ts';
import { type AppEnv, operation } from '../http/operation.ts';
import { countConsents, listCourseConsents, listPatientConsents } from './list-consents.ts';
import { revokeConsent, signConsent, withdrawPhotos } from './sign-consent.ts';
import {
  approveTemplate,
  createTemplate,
  getTemplate,
  listTemplates,
  retireTemplate,
  updateTemplate,
} from './templates.ts';

const consentList = z.strictObject({ items: clinical(z.array(consent)) });

/** Every part of a text saying the same, for the examples. */
const sectionsSaying = (text: string) => ({
  diagnosis: text,
  evidence: text,
  alternatives: text,
  ingredients: text,
  harms: text,
  pregnancy_and_tests: text,
  sessions_and_cost: text,
  aftercare: text,
  photos: text,
  data_use: text,
  right_to_stop: text,
});

/** Mounted at `/courses`. */
export const consentsOfCourseRoutes = new Hono<AppEnv>().get(
  '/:id/consents',
  operation(
    {
      id: 'listCourseConsents',
      summary: 'The consents of a course, the newest first',
      access: 'consents.read',
      response: consentList,
    },
    ({ ctx, id }) => listCourseConsents(ctx, id),
  ),
);

/** Mounted at `/patients`. */
export const consentsOfPatientRoutes = new Hono<AppEnv>().get(
  '/:id/consents',
  operation(
    {
      id: 'listPatientConsents',
      summary: 'The consents of a patient, the newest first',
      access: 'consents.read',
      response: consentList,
    },
    ({ ctx, id }) => listPatientConsents(ctx, id),
  ),
);

/** Mounted at `/consents`. */
export const consentRoutes = new Hono<AppEnv>()
  .get(
    '/completeness',
    operation(
      {
        id: 'countConsents',
        summary: 'How many open courses have a consent that stands',
        access: 'consents.count',
        response: consentCompleteness,
      },
      ({ ctx }) => countConsents(ctx),
    ),
  )
  .post(
    '/',
    operation(
      {
        id: 'signConsent',
        summary: 'Sign a consent for a course; whoever is signed in explained it',
        access: 'consents.write',
        body: consentSign,
        example: {
          courseId: DEMO_IDS.course,
          templateId: DEMO_IDS.consentTemplate,
          givenOn: '2026-01-12',
          recipeVersionId: DEMO_IDS.recipeVersion,
          signerRole: 'patient',
          signerName: 'Beatriz Nunes',
          signaturePath: 'M40 120L80 60.5L120 130',
          isTypedSignature: false,
          photos: { record: true, teaching: false, publicity: false },
        },
        response: consent,
        status: 201,
      },
      ({ ctx, body }) => signConsent(ctx, body),
    ),
  )
  .post(
    '/:id/withdraw-photos',
    operation(
      {
        id: 'withdrawPhotos',
        summary: 'Withdraw uses of photos, from now on',
        access: 'consents.write',
        body: photoWithdrawal,
        example: { uses: ['record'] },
        versioned: true,
        response: consent,
      },
      ({ ctx, id, ifMatch, body }) => withdrawPhotos(ctx, id, ifMatch, body),
    ),
  )
  .post(
    '/:id/revoke',
    operation(
      {
        id: 'revokeConsent',
        summary: 'Revoke a consent, with the day and the reason',
        access: 'consents.write',
        body: consentRevoke,
        example: { on: null, reason: 'The patient does not wish to go on.' },
        versioned: true,
        response: consent,
      },
      ({ ctx, id, ifMatch, body }) => revokeConsent(ctx, id, ifMatch, body),
    ),
  );

/** Mounted at `/consent-templates`. */
export const consentTemplateRoutes = new Hono<AppEnv>()
  .get(
    '/',
    operation(
      {
        id: 'listConsentTemplates',
        summary: 'The clinic’s consent texts, every edition',
        access: 'consent-templates.read',
        response: z.strictObject({ items: admin(z.array(consentTemplate)) }),
      },
      ({ ctx }) => listTemplates(ctx),
    ),
  )
  .post(
    '/',
    operation(
      {
        id: 'createConsentTemplate',
        summary: 'Begin a consent text, or its next edition, as a draft',
        access: 'consent-templates.propose',
        body: consentTemplateCreate,
        example: {
          name: 'Mesotherapy',
          language: 'en',
          sections: sectionsSaying('To be written.'),
        },
        response: consentTemplate,
        status: 201,
      },
      ({ ctx, body }) => createTemplate(ctx, body),
    ),
  )
  .get(
    '/:id',
    operation(
      {
        id: 'getConsentTemplate',
        summary: 'One edition of a consent text',
        access: 'consent-templates.read',
        response: consentTemplate,
      },
      ({ ctx, id }) => getTemplate(ctx, id),
    ),
  )
  .patch(
    '/:id',
    operation(
      {
        id: 'updateConsentTemplate',
        summary: 'Change the draft of a consent text',
        access: 'consent-templates.propose',
        body: consentTemplateUpdate,
        example: { sections: sectionsSaying('Written anew.') },
        versioned: true,
        response: consentTemplate,
      },
      ({ ctx, id, ifMatch, body }) => updateTemplate(ctx, id, ifMatch, body),
    ),
  )
  .post(
    '/:id/approve',
    operation(
      {
        id: 'approveConsentTemplate',
        summary: 'Put a draft into use; the edition before it is retired',
        access: 'consent-templates.approve',
        versioned: true,
        response: consentTemplate,
      },
      ({ ctx, id, ifMatch }) => approveTemplate(ctx, id, ifMatch),
    ),
  )
  .post(
    '/:id/retire',
    operation(
      {
        id: 'retireConsentTemplate',
        summary: 'Take a consent text out of use; what was signed with it stays',
        access: 'consent-templates.approve',
        versioned: true,
        response: consentTemplate,
      },
      ({ ctx, id, ifMatch }) => retireTemplate(ctx, id, ifMatch),
    ),
  );
