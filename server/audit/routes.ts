import { Hono } from 'hono';
import { auditEntry, auditQuery } from '#domain/audit/audit-entry.ts';
import { pageOf } from '#domain/shared/page.ts';
import { type AppEnv, operation } from '../http/operation.ts';
import { listAudit } from './list-audit.ts';

export const auditRoutes = new Hono<AppEnv>().get(
  '/',
  operation(
    {
      id: 'listAudit',
      summary: 'Who saw and changed what, newest first',
      access: 'audit.read',
      query: auditQuery,
      response: pageOf(auditEntry),
    },
    ({ ctx, query }) => listAudit(ctx, query),
  ),
);
