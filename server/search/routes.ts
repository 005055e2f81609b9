import { Hono } from 'hono';
import { searchAnswer, searchQuery } from '#domain/search/found.ts';
import { type AppEnv, operation } from '../http/operation.ts';
import { searchAll } from './search-all.ts';

/** The one search box. */
export const searchRoutes = new Hono<AppEnv>().get(
  '/',
  operation(
    {
      id: 'search',
      summary: 'Patients who match, with today’s visit or the next',
      access: 'search.read',
      query: searchQuery,
      response: searchAnswer,
    },
    ({ ctx, query }) => searchAll(ctx, query.q),
  ),
);
