import { queryOptions } from '@tanstack/react-query';
import { answered, api } from '#src/lib/api.ts';

/** What every key about consents begins with. */
export const consentsKey = ['consents'] as const;

/** The consents of a course, the newest first. */
export const courseConsentsQuery = (courseId: string) =>
  queryOptions({
    queryKey: [...consentsKey, 'course', courseId],
    queryFn: () => answered(api.courses[':id'].consents.$get({ param: { id: courseId } })),
  });

/** The clinic's consent texts, every edition. */
export const consentTextsQuery = () =>
  queryOptions({
    queryKey: [...consentsKey, 'texts'],
    queryFn: () => answered(api['consent-templates'].$get()),
  });

/** How many open courses have a consent that stands. */
export const consentCountsQuery = () =>
  queryOptions({
    queryKey: [...consentsKey, 'counts'],
    queryFn: () => answered(api.consents.completeness.$get()),
  });
