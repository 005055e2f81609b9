import css from './line-chart.module.css';
import { percentWords } from './scales.ts';

/** Quarters of an axis of shares that ends at `top`: a line across the plot, its percentage before it. */
export function ShareGrid({
  from,
  to,
  top,
  y,
}: {
  /** Where the plot begins and ends, in pixels. */
  from: number;
  to: number;
  top: number;
  y: (share: number) => number;
}) {
  return [0, 0.25, 0.5, 0.75, 1].map((part) => (
    <g key={part}>
      <line x1={from} x2={to} y1={y(part * top)} y2={y(part * top)} stroke="var(--grid)" />
      <text className={css.tick} x={from - 8} y={y(part * top) + 4} textAnchor="end">
        {part === 1 ? percentWords(top) : Math.round(part * top * 1000) / 10}
      </text>
    </g>
  ));
}
