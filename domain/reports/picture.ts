/** A figure with its interval, as drawn. */
export type PlotInterval = { value: number; low: number; high: number };

/** One row of a dot-and-interval picture; counts are words, because some are hidden. */
export type PlotRow = {
  label: string;
  counts: string;
  main: PlotInterval | null;
  second: PlotInterval | null;
};

/** What is drawn, by the kind of chart. Shares are 0–1. */
export type Plot =
  | { kind: 'rows'; head: string; rows: readonly PlotRow[] }
  | {
      kind: 'curve';
      axis: string;
      steps: readonly {
        time: number;
        share: number;
        low: number | null;
        high: number | null;
        /** Watched before it and events, in words. */
        counts: string;
      }[];
    }
  | {
      kind: 'run';
      centre: number | null;
      points: readonly {
        label: string;
        counts: string;
        share: number;
        low: number | null;
        high: number | null;
      }[];
      /** What began at which point, counted from 0. */
      marks: readonly { at: number; words: string }[];
    }
  | {
      kind: 'means';
      ends: readonly [string, string];
      unit: string;
      means: readonly [number, number] | null;
      words: string;
    }
  | {
      kind: 'funnel';
      axis: string;
      centre: number;
      limits: readonly {
        of: number;
        inner: { low: number; high: number };
        outer: { low: number; high: number };
      }[];
      points: readonly { label: string; counts: string; of: number; share: number }[];
    };

/** Everything an exported picture says. Source: PRODUCT.md, "Manager"; CLINICAL.md section 6. */
export type Picture = {
  title: string;
  /** How many it is about. */
  n: string;
  period: string;
  /** What the marks mean. */
  legend: string;
  /** What to mind before comparing. */
  note: string | null;
  definition: string;
  plot: Plot;
};

/** Where and when a picture was made. */
export type PictureSource = {
  clinicName: string;
  /** The date on the clinic's clock, as it is shown. */
  madeOn: string;
  /** A demo clinic's picture says so in itself. */
  isMadeUp: boolean;
};
