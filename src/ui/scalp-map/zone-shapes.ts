import { SCALP_ZONES, type ScalpZone } from '#domain/sessions/scalp-zones.ts';

/** The map's own units: the head seen from above, nose up, left is the patient's left. */
export const MAP_BOX = { width: 400, height: 460 } as const;

/** A place on the map. */
export type Place = { x: number; y: number };

type Corner = readonly [x: number, y: number];

const MIDDLE = MAP_BOX.width / 2;
const mirrored = (corners: readonly Corner[]): Corner[] =>
  corners.map(([x, y]): Corner => [2 * MIDDLE - x, y]).toReversed();

const TEMPLE: readonly Corner[] = [
  [96, 99],
  [121, 86],
  [111, 187],
  [49, 187],
  [60, 141],
];
const PARIETAL: readonly Corner[] = [
  [47, 196],
  [110, 196],
  [115, 334],
  [73, 334],
  [50, 266],
];

const CORNERS: Record<ScalpZone, readonly Corner[]> = {
  frontal: [
    [131, 77],
    [200, 66],
    [269, 77],
    [277, 138],
    [200, 129],
    [123, 138],
  ],
  temple_left: TEMPLE,
  temple_right: mirrored(TEMPLE),
  mid_scalp: [
    [122, 146],
    [200, 137],
    [278, 146],
    [283, 216],
    [200, 208],
    [117, 216],
  ],
  vertex: [
    [117, 224],
    [200, 216],
    [283, 224],
    [283, 284],
    [200, 290],
    [117, 284],
  ],
  parietal_left: PARIETAL,
  parietal_right: mirrored(PARIETAL),
  crown: [
    [120, 292],
    [200, 298],
    [280, 292],
    [276, 337],
    [200, 351],
    [124, 337],
  ],
  occipital: [
    [74, 343],
    [121, 345],
    [200, 360],
    [279, 345],
    [326, 343],
    [288, 396],
    [246, 420],
    [200, 426],
    [154, 420],
    [112, 396],
  ],
};

/** A closed path through corners, each rounded by at most `radius`. */
function rounded(corners: readonly Corner[], radius: number): string {
  const at = (index: number): Corner =>
    corners[(index + corners.length) % corners.length] ?? [0, 0];
  const towards = ([x, y]: Corner, [toX, toY]: Corner): string => {
    const length = Math.hypot(toX - x, toY - y);
    const part = Math.min(radius, length / 2) / length;
    return `${(x + (toX - x) * part).toFixed(1)} ${(y + (toY - y) * part).toFixed(1)}`;
  };
  return `${corners
    .map((corner, index) => {
      const [x, y] = corner;
      const start = `${index === 0 ? 'M' : 'L'}${towards(corner, at(index - 1))}`;
      return `${start}Q${x} ${y} ${towards(corner, at(index + 1))}`;
    })
    .join('')}Z`;
}

/** The outline of each zone. */
export const ZONE_PATHS: Record<ScalpZone, string> = Object.fromEntries(
  SCALP_ZONES.map((zone) => [zone, rounded(CORNERS[zone], 9)]),
  // Every zone is named, which Object.fromEntries forgets.
) as Record<ScalpZone, string>;

/** Where each zone's words stand: the middle of its corners. */
export function middleOf(zone: ScalpZone): Place {
  const corners = CORNERS[zone];
  const sum = (pick: 0 | 1) => corners.reduce((total, corner) => total + corner[pick], 0);
  return { x: sum(0) / corners.length, y: sum(1) / corners.length };
}

function isInside(corners: readonly Corner[], { x, y }: Place): boolean {
  let inside = false;
  corners.forEach(([toX, toY], index) => {
    const [fromX, fromY] = corners[(index + corners.length - 1) % corners.length] ?? [0, 0];
    if (toY > y !== fromY > y && x < ((fromX - toX) * (y - toY)) / (fromY - toY) + toX)
      inside = !inside;
  });
  return inside;
}

/** At most this many points are drawn in a zone; the figure beside the map tells them all. */
const DRAWN_MOST = 80;
const EDGE = 8;

/** Places of a grid within a zone, clear of its edge and of the words in its middle. */
function gridIn(zone: ScalpZone, gap: number): Place[] {
  const corners = CORNERS[zone];
  const middle = middleOf(zone);
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const places: Place[] = [];
  let row = 0;
  for (let y = Math.min(...ys) + EDGE; y <= Math.max(...ys) - EDGE; y += gap) {
    const shift = row % 2 === 0 ? 0 : gap / 2;
    for (let x = Math.min(...xs) + EDGE + shift; x <= Math.max(...xs) - EDGE; x += gap) {
      const isOnWords = Math.abs(y - middle.y) < 11 && Math.abs(x - middle.x) < 34;
      const isClear = [
        [EDGE, 0],
        [-EDGE, 0],
        [0, EDGE],
        [0, -EDGE],
      ].every(([dx = 0, dy = 0]) => isInside(corners, { x: x + dx, y: y + dy }));
      if (isClear && !isOnWords) places.push({ x, y });
    }
    row += 1;
  }
  return places;
}

/** Where the points of a zone are drawn: spread over it, as a picture of their number, not of their places. */
export function placesOf(zone: ScalpZone, points: number): Place[] {
  const wanted = Math.min(points, DRAWN_MOST);
  if (wanted <= 0) return [];
  let places: Place[] = [];
  for (let gap = 34; gap >= 5 && places.length < wanted; gap -= 1.5) places = gridIn(zone, gap);
  const every = places.length / wanted;
  return Array.from({ length: Math.min(wanted, places.length) }, (_, index) => {
    const place = places[Math.floor(index * Math.max(1, every))];
    return place ?? middleOf(zone);
  });
}
