import { useRef, type PointerEvent } from 'react';
import { SIGNATURE_BOX } from '#domain/consents/consent.ts';
import { Button } from '#src/ui/button.tsx';
import css from './consents.module.css';

const rounded = (value: number): number => Math.round(value * 10) / 10;
const within = (value: number, most: number): number => Math.min(Math.max(value, 0), most);

/**
 * A box to sign in with a finger, pen or mouse. Emits SVG path data in its own units, null while
 * empty. Who cannot draw signs by the typed name: this box is never the only way.
 */
export function SignaturePad({
  value,
  onChange,
  disabled = false,
}: {
  value: string | null;
  onChange: (path: string | null) => void;
  disabled?: boolean;
}) {
  const svg = useRef<SVGSVGElement>(null);
  const stroke = useRef<{ before: string; points: string[] } | null>(null);
  const pointOf = (event: PointerEvent): string => {
    const box = svg.current?.getBoundingClientRect();
    if (!box) return '0 0';
    const x = ((event.clientX - box.left) / box.width) * SIGNATURE_BOX.width;
    const y = ((event.clientY - box.top) / box.height) * SIGNATURE_BOX.height;
    return `${rounded(within(x, SIGNATURE_BOX.width))} ${rounded(within(y, SIGNATURE_BOX.height))}`;
  };
  const draw = ({ before, points }: { before: string; points: string[] }): void => {
    // A dot is a stroke of no length.
    const [first = '0 0', ...rest] = points;
    onChange(
      `${before}M${first}${(rest.length === 0 ? [first] : rest).map((one) => `L${one}`).join('')}`,
    );
  };
  return (
    <div className={css.pad}>
      <svg
        ref={svg}
        role="img"
        aria-label={value === null ? 'Box for the signature, empty' : 'The signature'}
        viewBox={`0 0 ${SIGNATURE_BOX.width} ${SIGNATURE_BOX.height}`}
        className={css.paper}
        onPointerDown={(event) => {
          if (disabled || event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          stroke.current = { before: value ?? '', points: [pointOf(event)] };
        }}
        onPointerMove={(event) => {
          if (!stroke.current) return;
          stroke.current.points.push(pointOf(event));
          draw(stroke.current);
        }}
        onPointerUp={() => {
          if (stroke.current) draw(stroke.current);
          stroke.current = null;
        }}
        onPointerCancel={() => {
          stroke.current = null;
        }}
      >
        <line x1={40} x2={560} y1={160} y2={160} className={css.rule} />
        {value !== null && <path d={value} className={css.ink} />}
      </svg>
      <div>
        <Button size="sm" disabled={value === null || disabled} onClick={() => onChange(null)}>
          Clear
        </Button>
      </div>
    </div>
  );
}
