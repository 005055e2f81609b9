import { Hono } from 'hono';
import { demoProtocolVersionId } from '#domain/demo/demo-protocols.ts';
import {
  protocol,
  protocolCreate,
  protocolVersion,
  protocolVersionCreate,
  protocolVersionUpdate,
} from '#domain/protocols/protocol.ts';
import { pageOf } from '#domain/shared/page.ts';
import { type AppEnv, operation } from '../http/operation.ts';
import { approveVersion, retireVersion, updateDraft } from './change-version.ts';
import { getProtocol, listProtocols } from './get-protocol.ts';
import { addStarterProtocols, proposeProtocol, proposeVersion } from './propose-protocol.ts';

const EXAMPLE = {
  name: 'Five sessions',
  phases: [
    {
      phase: 'initial' as const,
      sessionsMin: 5,
      sessionsMax: 5,
      intervalDaysMin: 14,
      intervalDaysMax: 21,
    },
  ],
  sourceLabel: 'Our own',
  sourceStatement: '',
  note: '',
};

/** Protocols and their versions. */
export const protocolRoutes = new Hono<AppEnv>()
  .get(
    '/',
    operation(
      {
        id: 'listProtocols',
        summary: 'The clinic’s protocols with their versions, by name',
        access: 'protocols.read',
        response: pageOf(protocol),
      },
      ({ ctx }) => listProtocols(ctx),
    ),
  )
  .post(
    '/',
    operation(
      {
        id: 'proposeProtocol',
        summary: 'Propose a new protocol',
        access: 'protocols.propose',
        body: protocolCreate,
        example: EXAMPLE,
        response: protocol,
        status: 201,
      },
      ({ ctx, body }) => proposeProtocol(ctx, body),
    ),
  )
  .post(
    '/starters',
    operation(
      {
        id: 'addStarterProtocols',
        summary: 'Take over, as drafts, the schemes that clinics’ articles state',
        access: 'protocols.propose',
        response: pageOf(protocol),
        status: 201,
      },
      ({ ctx }) => addStarterProtocols(ctx),
    ),
  )
  .patch(
    '/versions/:id',
    operation(
      {
        id: 'updateProtocolDraft',
        summary: 'Change the draft of a protocol',
        access: 'protocols.propose',
        body: protocolVersionUpdate,
        example: { note: 'To be looked at after the summer.' },
        versioned: true,
        response: protocolVersion,
      },
      ({ ctx, id, ifMatch, body }) => updateDraft(ctx, id, ifMatch, body),
    ),
  )
  .post(
    '/versions/:id/approve',
    operation(
      {
        id: 'approveProtocolVersion',
        summary: 'Approve a draft; the version approved before is retired',
        access: 'protocols.approve',
        versioned: true,
        response: protocol,
      },
      ({ ctx, id, ifMatch }) => approveVersion(ctx, id, ifMatch),
    ),
  )
  .post(
    '/versions/:id/retire',
    operation(
      {
        id: 'retireProtocolVersion',
        summary: 'Retire a version; courses that follow it go on',
        access: 'protocols.approve',
        versioned: true,
        response: protocol,
      },
      ({ ctx, id, ifMatch }) => retireVersion(ctx, id, ifMatch),
    ),
  )
  .get(
    '/:id',
    operation(
      {
        id: 'getProtocol',
        summary: 'A protocol with all its versions, newest first',
        access: 'protocols.read',
        response: protocol,
      },
      ({ ctx, id }) => getProtocol(ctx, id),
    ),
  )
  .post(
    '/:id/versions',
    operation(
      {
        id: 'proposeProtocolVersion',
        summary: 'Propose a new version of a protocol',
        access: 'protocols.propose',
        body: protocolVersionCreate,
        example: {
          ...EXAMPLE,
          basedOnVersionId: demoProtocolVersionId(1),
          changeNote: 'Five is what most people come for.',
        },
        response: protocol,
        status: 201,
      },
      ({ ctx, id, body }) => proposeVersion(ctx, id, body),
    ),
  );
