/**
 * Moves marks that fall together off each other, up and down from the line, so that none is drawn over another. A mark
 * that stands alone stays on the line.
 *
 * Shape   `offsets` has one number for each position, in the order given, counted in lanes from the line: 0 is on it,
 *         −0.5 and 0.5 are two marks that share a place. `count` is the most lanes that any one place needs.
 * Units   positions and `apart` in 0–100 along the line; two marks closer than `apart` never share an offset.
 */
export const spread = (positions: readonly number[], apart: number): Spread => {
  const offsets: number[] = positions.map(() => 0);
  let count = 1;
  for (const cluster of clustersOf(positions, apart)) {
    const lanes = lanesOf(cluster, apart);
    const used = Math.max(...lanes) + 1;
    count = Math.max(count, used);
    cluster.forEach(({ index }, at) => {
      offsets[index] = (lanes[at] ?? 0) - (used - 1) / 2;
    });
  }
  return { offsets, count };
};

export interface Spread {
  readonly offsets: readonly number[];
  readonly count: number;
}

interface Placed {
  readonly position: number;
  readonly index: number;
}

/** Marks from left to right, cut wherever two neighbours are far enough apart. */
const clustersOf = (positions: readonly number[], apart: number): readonly (readonly Placed[])[] => {
  const clusters: Placed[][] = [];
  const leftToRight = positions.map((position, index) => ({ position, index })).sort((a, b) => a.position - b.position);
  for (const placed of leftToRight) {
    const last = clusters.at(-1);
    const neighbour = last?.at(-1);
    if (last === undefined || neighbour === undefined || placed.position - neighbour.position >= apart)
      clusters.push([placed]);
    else last.push(placed);
  }
  return clusters;
};

/** The first lane whose last mark is far enough to the left, for each mark of a cluster. */
const lanesOf = (cluster: readonly Placed[], apart: number): readonly number[] => {
  const lastInLane: number[] = [];
  return cluster.map(({ position }) => {
    const free = lastInLane.findIndex((last) => position - last >= apart);
    const lane = free === -1 ? lastInLane.length : free;
    lastInLane[lane] = position;
    return lane;
  });
};
