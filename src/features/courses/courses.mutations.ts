import { useMutation, useQueryClient } from '@tanstack/react-query';
import type * as z from 'zod/mini';
import type {
  Course,
  courseClose,
  courseCreate,
  coursePlanChange,
  courseReopen,
  courseUpdate,
} from '#domain/courses/course.ts';
import { answered, api, changeHeaders, createHeaders } from '#src/lib/api.ts';
import { chartKey, reportsKey } from '#src/lib/query-keys.ts';
import { courseQuery } from './courses.queries.ts';

function useSaved() {
  const queryClient = useQueryClient();
  return (course: Course): void => {
    queryClient.setQueryData(courseQuery(course.id).queryKey, course);
    void queryClient.invalidateQueries({ queryKey: chartKey(course.patientId) });
    void queryClient.invalidateQueries({ queryKey: reportsKey });
  };
}

/** Opens a course. The key belongs to the form. */
export function useOpenCourse() {
  return useMutation({
    mutationFn: ({ values, key }: { values: z.input<typeof courseCreate>; key: string }) =>
      answered(api.courses.$post({ json: values }, createHeaders(key))),
    onSuccess: useSaved(),
  });
}

/** Changes a course, on the version that was read. */
export function useUpdateCourse() {
  return useMutation({
    mutationFn: ({
      id,
      version,
      change,
    }: {
      id: string;
      version: number;
      change: z.input<typeof courseUpdate>;
    }) =>
      answered(api.courses[':id'].$patch({ param: { id }, json: change }, changeHeaders(version))),
    onSuccess: useSaved(),
  });
}

/** Makes a running course longer or shorter. */
export function useChangePlan() {
  return useMutation({
    mutationFn: ({
      id,
      version,
      values,
    }: {
      id: string;
      version: number;
      values: z.input<typeof coursePlanChange>;
    }) =>
      answered(
        api.courses[':id'].plan.$post({ param: { id }, json: values }, changeHeaders(version)),
      ),
    onSuccess: useSaved(),
  });
}

/** Ends a course. */
export function useCloseCourse() {
  return useMutation({
    mutationFn: ({
      id,
      version,
      values,
    }: {
      id: string;
      version: number;
      values: z.input<typeof courseClose>;
    }) =>
      answered(
        api.courses[':id'].close.$post({ param: { id }, json: values }, changeHeaders(version)),
      ),
    onSuccess: useSaved(),
  });
}

/** Lets a closed course go on. */
export function useReopenCourse() {
  return useMutation({
    mutationFn: ({
      id,
      version,
      values,
    }: {
      id: string;
      version: number;
      values: z.input<typeof courseReopen>;
    }) =>
      answered(
        api.courses[':id'].reopen.$post({ param: { id }, json: values }, changeHeaders(version)),
      ),
    onSuccess: useSaved(),
  });
}
