/** Where a floating panel opens: below its anchor unless there is no room, lined up with one edge. */
export type Placement = { side?: 'below' | 'above'; align?: 'start' | 'center' | 'end' };

const GAP = 6;
const EDGE = 8;

/** Places a fixed panel beside its anchor, flipped and shifted so that it stays on the screen. */
function placeBeside(
  panel: HTMLElement,
  anchor: Element,
  { side = 'below', align = 'start' }: Placement,
): void {
  const at = anchor.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  panel.style.removeProperty('--room');
  const width = panel.offsetWidth;
  const height = panel.offsetHeight;

  const roomBelow = clientHeight - at.bottom - GAP - EDGE;
  const roomAbove = at.top - GAP - EDGE;
  const below =
    side === 'below'
      ? height <= roomBelow || roomBelow >= roomAbove
      : height > roomAbove && roomBelow > roomAbove;
  const room = Math.max(below ? roomBelow : roomAbove, 120);
  const top = below ? at.bottom + GAP : at.top - GAP - Math.min(height, room);

  const rtl = getComputedStyle(anchor).direction === 'rtl';
  const toEnd = (align === 'end') !== rtl;
  const wanted =
    align === 'center' ? at.left + (at.width - width) / 2 : toEnd ? at.right - width : at.left;
  const left = Math.max(EDGE, Math.min(wanted, clientWidth - width - EDGE));

  panel.style.top = `${top}px`;
  panel.style.left = `${left}px`;
  panel.style.setProperty('--room', `${room}px`);
  panel.toggleAttribute('data-placed', true);
}

/** Keeps a panel beside its anchor while pages scroll and windows change; returns how to stop. */
export function keepBeside(panel: HTMLElement, anchor: Element, placement: Placement): () => void {
  const place = (event?: Event) => {
    if (event?.target instanceof Node && panel.contains(event.target)) return;
    placeBeside(panel, anchor, placement);
  };
  place();
  const observer = new ResizeObserver(() => place());
  observer.observe(panel);
  window.addEventListener('scroll', place, { capture: true, passive: true });
  window.addEventListener('resize', place);
  return () => {
    observer.disconnect();
    window.removeEventListener('scroll', place, { capture: true });
    window.removeEventListener('resize', place);
    panel.removeAttribute('data-placed');
  };
}
