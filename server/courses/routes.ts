import { Hono } from 'hono';
import { courseProgress } from '#domain/courses/course-progress.ts';
import { courseProgressQuery, courseQuery } from '#domain/courses/course-query.ts';
import {
  course,
  courseClose,
  courseCreate,
  coursePlanChange,
  courseReopen,
  courseUpdate,
  NO_CAUSES_ASKED,
} from '#domain/courses/course.ts';
import { DEMO_IDS } from '#domain/demo/demo-ids.ts';
import { pageOf } from '#domain/shared/page.ts';
import { type AppEnv, operation } from '../http/operation.ts';
import { getCourse } from './get-course.ts';
import { listCourses } from './list-courses.ts';
import { listCourseProgress } from './list-progress.ts';
import { openCourse } from './open-course.ts';
import { changePlan, closeCourse, reopenCourse, updateCourse } from './update-course.ts';

export const courseRoutes = new Hono<AppEnv>()
  .get(
    '/',
    operation(
      {
        id: 'listCourses',
        summary: 'Courses of treatment, newest first',
        access: 'courses.read',
        query: courseQuery,
        response: pageOf(course),
      },
      ({ ctx, query }) => listCourses(ctx, query),
    ),
  )
  .post(
    '/',
    operation(
      {
        id: 'openCourse',
        summary: 'Open a course of treatment for a patient',
        access: 'courses.write',
        body: courseCreate,
        example: {
          patientId: DEMO_IDS.patient,
          indication: 'androgenetic_female',
          icd10: 'L64.9',
          diagnosisBasis: 'working_diagnosis',
          purpose: 'treat',
          complaint: 'Wider parting since last year.',
          durationOfComplaintMonths: 14,
          areas: ['mid_scalp', 'crown'],
          causesAsked: { ...NO_CAUSES_ASKED, heredity: 'yes', stress: 'no' },
          concomitantTherapies: [],
          baselineNotes: '',
          protocolVersionId: null,
          plannedSessions: 6,
          intervalDaysMin: 14,
          intervalDaysMax: 28,
          maintenance: null,
          suitability: { decision: 'suitable', reason: 'Early thinning, no scarring.' },
        },
        response: course,
        status: 201,
      },
      ({ ctx, body }) => openCourse(ctx, body),
    ),
  )
  .get(
    '/progress',
    operation(
      {
        id: 'listCourseProgress',
        summary: 'How far a patient’s courses are and when their next sessions are due',
        access: 'patients.read',
        query: courseProgressQuery,
        response: pageOf(courseProgress),
      },
      ({ ctx, query }) => listCourseProgress(ctx, query.patientId),
    ),
  )
  .get(
    '/:id',
    operation(
      { id: 'getCourse', summary: 'One course', access: 'courses.read', response: course },
      ({ ctx, id }) => getCourse(ctx, id),
    ),
  )
  .patch(
    '/:id',
    operation(
      {
        id: 'updateCourse',
        summary: 'Change a course’s history or suitability decision, or its plan before session 1',
        access: 'courses.write',
        body: courseUpdate,
        example: { durationOfComplaintMonths: 20 },
        versioned: true,
        response: course,
      },
      ({ ctx, id, ifMatch, body }) => updateCourse(ctx, id, ifMatch, body),
    ),
  )
  .post(
    '/:id/plan',
    operation(
      {
        id: 'changeCoursePlan',
        summary: 'Make an open course longer or shorter, with the reason',
        access: 'courses.write',
        body: coursePlanChange,
        example: {
          plannedSessions: 8,
          intervalDaysMin: 14,
          intervalDaysMax: 28,
          maintenance: null,
          reason: 'Less shedding; two more agreed.',
        },
        versioned: true,
        response: course,
      },
      ({ ctx, id, ifMatch, body }) => changePlan(ctx, id, ifMatch, body),
    ),
  )
  .post(
    '/:id/close',
    operation(
      {
        id: 'closeCourse',
        summary: 'End a course, as planned or early',
        access: 'courses.write',
        body: courseClose,
        example: { status: 'stopped', statusReason: 'moved', statusNote: null },
        versioned: true,
        response: course,
      },
      ({ ctx, id, ifMatch, body }) => closeCourse(ctx, id, ifMatch, body),
    ),
  )
  .post(
    '/:id/reopen',
    operation(
      {
        id: 'reopenCourse',
        summary: 'Let a closed course go on',
        access: 'courses.write',
        body: courseReopen,
        example: { statusNote: 'The patient came back.' },
        versioned: true,
        response: course,
      },
      ({ ctx, id, ifMatch, body }) => reopenCourse(ctx, id, ifMatch, body),
    ),
  );
