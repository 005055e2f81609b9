import { drawFunnel } from './draw-funnel.ts';
import { drawCurve, drawMeans, drawRun } from './draw-lines.ts';
import { drawRows } from './draw-rows.ts';
import type { Picture, PictureSource, Plot } from './picture.ts';
import { type Drawn, escapeXml, PICTURE_COLOURS, textAt, wrapText } from './picture-svg.ts';

const WIDTH = 960;
const EDGE = 32;

/** What hides small counts, said on every picture. */
const HIDDEN_NOTE =
  'Counts under 5, and those from which they could be worked out, are hidden. “Hidden” is not none.';

function drawPlot(plot: Plot, y: number): Drawn {
  const width = WIDTH - 2 * EDGE;
  switch (plot.kind) {
    case 'rows':
      return drawRows(plot, EDGE, y, width);
    case 'curve':
      return drawCurve(plot, EDGE, y, width);
    case 'run':
      return drawRun(plot, EDGE, y, width);
    case 'means':
      return drawMeans(plot, EDGE, y, width);
    default:
      return drawFunnel(plot, EDGE, y, width);
  }
}

type Style = Parameters<typeof textAt>[3] & { size: number };

/**
 * A report's chart as an SVG file that stands by itself: title, n, period, the plot, what its marks
 * mean, the definition, whose it is and when it was made. Nothing in it is looked up elsewhere and
 * nothing runs. Source: CLINICAL.md section 6, "Always print".
 */
export function drawPicture(picture: Picture, source: PictureSource): string {
  const parts: string[] = [];
  let y = EDGE;
  const write = (words: string, style: Style, after = 6) => {
    // Strong type is wider; too short a line is no harm, too long a one is cut off.
    const wide = style.weight === 600 ? 1.14 : 1;
    for (const line of wrapText(words, style.size * wide, WIDTH - 2 * EDGE)) {
      y += style.size * 1.4;
      parts.push(textAt(EDGE, y, line, style));
    }
    y += after;
  };
  if (source.isMadeUp) {
    parts.push(
      `<rect x="0" y="0" width="${WIDTH}" height="28" fill="${PICTURE_COLOURS['review-tint']}"/>`,
      textAt(WIDTH / 2, 19, 'Made-up data: this clinic and everyone in it is invented', {
        size: 13,
        weight: 600,
        anchor: 'middle',
        colour: 'review-ink',
      }),
    );
    y += 16;
  }
  write(picture.title, { size: 20, weight: 600, colour: 'ink' });
  write(`${picture.n}. ${picture.period}.`, { size: 13 }, 2);
  write(picture.legend, { size: 12, colour: 'ink-3' }, 12);
  const plot = drawPlot(picture.plot, y);
  parts.push(plot.svg);
  y += plot.height + 4;
  if (picture.note !== null)
    write(picture.note, { size: 13, weight: 600, colour: 'review-ink' }, 4);
  write(picture.definition, { size: 12 }, 4);
  write(HIDDEN_NOTE, { size: 12 }, 8);
  write(`${source.clinicName} · ${source.madeOn}`, { size: 12, weight: 600, colour: 'ink' }, EDGE);
  const height = Math.ceil(y);
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" ` +
    `width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" ` +
    `font-family="system-ui, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif">` +
    `<title>${escapeXml(picture.title)}</title>` +
    `<rect width="${WIDTH}" height="${height}" fill="${PICTURE_COLOURS.surface}"/>${parts.join('')}</svg>\n`
  );
}
