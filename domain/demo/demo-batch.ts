import { DEMO_TEAM, type DemoTeam, type Diary, openDiary } from './demo-diary.ts';

/**
 * A part of a clinic that is made in one go. The demo clinic is one; a large clinic is made of many,
 * one after the other, so that no more than one is ever in memory.
 */
export type DemoBatch = {
  /** Counts them from 0. */
  number: number;
  people: number;
  /** How many people the batches before it have. */
  peopleBefore: number;
  /** Of a hundred people, how many ever begin a course. */
  begin: number;
  /** Courses of maintenance are added until there are so many sessions; null: as in the demo. */
  sessions: number | null;
  /** How many times two years it covers. */
  stretch: number;
  /** The diary its visits go into; batches that follow each other may share it. */
  diary: Diary;
};

/** How many people the demo clinic has. */
const DEMO_PEOPLE = 800;

/** Weeks before the anchor in which the demo clinic opened. */
export const DEMO_WEEKS = 104;

/** The demo clinic as one batch, with an empty diary. */
export const demoClinicBatch = (team: DemoTeam = DEMO_TEAM): DemoBatch => ({
  number: 0,
  people: DEMO_PEOPLE,
  peopleBefore: 0,
  begin: 76,
  sessions: null,
  stretch: 1,
  diary: openDiary(team),
});
