import * as z from 'zod/mini';
import { clinical } from '#domain/shared/field-tags.ts';

/** The zones of the scalp map, drawn by us, from the forehead back. Source: CLINICAL.md section 1 (S0, S4). */
export const SCALP_ZONES = [
  'frontal',
  'temple_left',
  'temple_right',
  'mid_scalp',
  'vertex',
  'parietal_left',
  'parietal_right',
  'crown',
  'occipital',
] as const;
/** One zone; left and right are the patient's. */
export type ScalpZone = (typeof SCALP_ZONES)[number];
/** What each is called on screen. */
export const SCALP_ZONE_LABELS: Record<ScalpZone, string> = {
  frontal: 'Frontal',
  temple_left: 'L temple',
  temple_right: 'R temple',
  mid_scalp: 'Mid-scalp',
  vertex: 'Vertex',
  parietal_left: 'L parietal',
  parietal_right: 'R parietal',
  crown: 'Crown',
  occipital: 'Occipital',
};

/** What was treated of one zone: area in cm², points set, volume in ml; null is not recorded. */
export const zoneRecord = z.strictObject({
  zone: clinical(z.enum(SCALP_ZONES)),
  areaCm2: clinical(z.nullable(z.number())),
  points: clinical(z.nullable(z.int())),
  volumeMl: clinical(z.nullable(z.number())),
});

/** What was treated of one zone, as a type. */
export type ZoneRecord = z.infer<typeof zoneRecord>;

/** The zones of a session as they are typed: each at most once. */
export const zonesInput = z
  .array(
    z.strictObject({
      zone: z.enum(SCALP_ZONES, 'Choose a zone of the map.'),
      areaCm2: z.nullable(
        z
          .number('Type the area in cm².')
          .check(z.minimum(1, 'From 1 to 400 cm².'), z.maximum(400, 'From 1 to 400 cm².')),
      ),
      points: z.nullable(
        z
          .int('Type whole points.')
          .check(
            z.minimum(0, 'From 0 to 1,000 points.'),
            z.maximum(1000, 'From 0 to 1,000 points.'),
          ),
      ),
      volumeMl: z.nullable(
        z
          .number('Type the volume in ml.')
          .check(z.minimum(0, 'From 0 to 100 ml.'), z.maximum(100, 'From 0 to 100 ml.')),
      ),
    }),
  )
  .check(
    z.maxLength(SCALP_ZONES.length, 'Each zone only once.'),
    z.refine(
      (list) => new Set(list.map(({ zone }) => zone)).size === list.length,
      'Each zone only once.',
    ),
  );
