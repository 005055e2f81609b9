import css from './icon.module.css';

/** Strokes on a 16 px grid, 1.5 px wide. */
const PATHS = {
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10ZM14 14l-3.4-3.4',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  close: 'M4 4l8 8M12 4l-8 8',
  check: 'M3 8.5l3.2 3.2L13 4.8',
  'chevron-down': 'M3.5 6 8 10.5 12.5 6',
  'chevron-up': 'M3.5 10 8 5.5l4.5 4.5',
  'chevron-left': 'M10 3.5 5.5 8l4.5 4.5',
  'chevron-right': 'M6 3.5 10.5 8 6 12.5',
  'arrow-left': 'M13.5 8h-11M6.5 4l-4 4 4 4',
  'arrow-in': 'M9.5 2.5h3a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1h-3M2.5 8h7M7 5.3 9.7 8 7 10.7',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  calendar:
    'M2.5 6.5h11M5 1.8v2.4M11 1.8v2.4M3.5 3h9a1 1 0 0 1 1 1v8.5a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1Z',
  patients:
    'M6 7.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM1.5 13.5c.3-2.6 2-4 4.5-4s4.2 1.4 4.5 4M10.5 2.7a2.5 2.5 0 0 1 0 4.6M12.3 9.9c1.3.6 2 1.8 2.2 3.6',
  person:
    'M8 7.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6ZM2.8 14c.4-2.7 2.4-4.2 5.2-4.2s4.8 1.5 5.2 4.2',
  flask:
    'M6 1.8h4M6.7 1.8v4.4L3 12.4a1.2 1.2 0 0 0 1 1.8h8a1.2 1.2 0 0 0 1-1.8L9.3 6.2V1.8M4.8 9.8h6.4',
  box: 'M8 1.8l5.5 3v6.4L8 14.2l-5.5-3V4.8L8 1.8ZM2.5 4.8 8 7.8l5.5-3M8 7.8v6.4',
  phone:
    'M3 2.5h2.5l1.2 3-1.6 1.2a8 8 0 0 0 4.2 4.2l1.2-1.6 3 1.2V13c0 .6-.5 1-1 1C7 14 2 9 2 3.5c0-.5.4-1 1-1Z',
  bell: 'M8 2a4 4 0 0 1 4 4v2.6l1.3 2.4H2.7L4 8.6V6a4 4 0 0 1 4-4ZM6.5 13.2a1.6 1.6 0 0 0 3 0',
  mail: 'M2 3.5h12v9H2zM2.3 4 8 8.7 13.7 4',
  chart: 'M2 14h12M4 11V8M8 11V3M12 11V6',
  settings:
    'M8 10.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4ZM8 1.5v1.7M8 12.8v1.7M1.5 8h1.7M12.8 8h1.7M3.4 3.4l1.2 1.2M11.4 11.4l1.2 1.2M12.6 3.4l-1.2 1.2M4.6 11.4l-1.2 1.2',
  shield: 'M8 1.8l5 1.8v4c0 3-2 5.2-5 6.6-3-1.4-5-3.6-5-6.6v-4l5-1.8Z',
  file: 'M4 1.8h5.2L12.5 5v9.2H4V1.8ZM9 2v3.2h3.3M6 8.5h4.5M6 11h4.5',
  import: 'M8 10V3M5 5.8l3-3 3 3M2.5 13h11',
  download: 'M8 2.5v7M5 7l3 3 3-3M2.5 13h11',
  link: 'M6.7 9.3a2.7 2.7 0 0 0 3.8 0l2.2-2.2a2.7 2.7 0 0 0-3.8-3.8l-.7.7M9.3 6.7a2.7 2.7 0 0 0-3.8 0L3.3 8.9a2.7 2.7 0 0 0 3.8 3.8l.7-.7',
  table: 'M2.5 3h11v10h-11zM2.5 6.3h11M2.5 9.7h11M6.5 6.3V13',
  columns:
    'M3 2.5h10a.5.5 0 0 1 .5.5v10a.5.5 0 0 1-.5.5H3a.5.5 0 0 1-.5-.5V3a.5.5 0 0 1 .5-.5ZM6.2 2.5v11M9.8 2.5v11',
  rail: 'M3 2.5h10a.8.8 0 0 1 .8.8v9.4a.8.8 0 0 1-.8.8H3a.8.8 0 0 1-.8-.8V3.3a.8.8 0 0 1 .8-.8ZM6 2.5v11',
  edit: 'M10.8 2.8l2.4 2.4L5.7 12.7l-3 .6.6-3 7.5-7.5Z',
  lock: 'M4 7.2h8a.8.8 0 0 1 .8.8v4.7a.8.8 0 0 1-.8.8H4a.8.8 0 0 1-.8-.8V8a.8.8 0 0 1 .8-.8ZM5.3 7V5a2.7 2.7 0 0 1 5.4 0v2',
  unlock:
    'M4 7.2h8a.8.8 0 0 1 .8.8v4.7a.8.8 0 0 1-.8.8H4a.8.8 0 0 1-.8-.8V8a.8.8 0 0 1 .8-.8ZM5.3 7V5a2.7 2.7 0 0 1 5.2-.9',
  'sign-out': 'M6.5 2.5h-3a1 1 0 0 0-1 1v9a1 1 0 0 0 1 1h3M6 8h7.5M11 5.3 13.7 8 11 10.7',
  sun: 'M8 10.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6ZM8 1.5v1.3M8 13.2v1.3M1.5 8h1.3M13.2 8h1.3M3.4 3.4l.9.9M11.7 11.7l.9.9M12.6 3.4l-.9.9M4.3 11.7l-.9.9',
  moon: 'M13.2 9.8A5.6 5.6 0 0 1 6.2 2.8a5.6 5.6 0 1 0 7 7Z',
  eye: 'M2 8s2.2-4 6-4 6 4 6 4-2.2 4-6 4-6-4-6-4ZM8 9.7a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4Z',
  'eye-off': 'M2 8s2.2-4 6-4 6 4 6 4-2.2 4-6 4-6-4-6-4ZM2.5 13.5l11-11',
  ring: 'M8 13.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11Z',
  'ring-check': 'M8 13.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM5.6 8.2l1.7 1.7 3.2-3.5',
  'ring-slash': 'M8 13.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM4.2 4.2l7.6 7.6',
  'ring-cross': 'M8 13.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM6 6l4 4M10 6l-4 4',
  'check-double': 'M1.8 8.6l2.8 2.8 5.6-6.4M8 11.2l.4.4L14.2 5',
  'stop-octagon': 'M5.6 2h4.8L14 5.6v4.8L10.4 14H5.6L2 10.4V5.6L5.6 2ZM8 5v3.5M8 11h.01',
  'review-triangle': 'M8 2.2 14.3 13H1.7L8 2.2ZM8 6.5v3M8 11.3h.01',
  warning: 'M8 2.2 14.3 13H1.7L8 2.2ZM8 6.5v3M8 11.3h.01',
  'note-i': 'M8 13.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM8 7.5v3M8 5.3h.01',
  changed: 'M8 3l5.5 10h-11L8 3Z',
  needle: 'M9.5 3.5l3 3M13.6 2.4 11 5M11 8l-4.5 4.5h-3v-3L8 5M3.5 12.5 2 14M6.3 6.7l1.5 1.5',
  drop: 'M8 2s4.2 4.3 4.2 7.4a4.2 4.2 0 0 1-8.4 0C3.8 6.3 8 2 8 2Z',
  clock: 'M8 13.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM8 5v3.2l2.2 1.3',
  hourglass: 'M4 2h8M4 14h8M5 2v2.3L8 8l3-3.7V2M5 14v-2.3L8 8l3 3.7V14',
  camera:
    'M2.5 4.5h2.7l1-1.7h3.6l1 1.7h2.7a.7.7 0 0 1 .7.7v7a.7.7 0 0 1-.7.7h-11a.7.7 0 0 1-.7-.7v-7a.7.7 0 0 1 .7-.7ZM8 10.8A2.4 2.4 0 1 0 8 6a2.4 2.4 0 0 0 0 4.8Z',
  list: 'M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4h.01M2.5 8h.01M2.5 12h.01',
  undo: 'M5.5 3 2.5 6l3 3M2.8 6h6.4a4 4 0 0 1 0 8H6',
  retry: 'M13 8a5 5 0 1 1-1.5-3.6M13 2.2v2.6h-2.6',
  trash: 'M2.8 4.3h10.4M6 4.3V2.5h4v1.8M4 4.3l.6 9.2h6.8l.6-9.2M6.7 6.8v4.2M9.3 6.8v4.2',
  archive: 'M2.2 2.8h11.6v3H2.2zM3.2 5.8v7.4h9.6V5.8M6.3 8.5h3.4',
  restore: 'M2.2 2.8h11.6v3H2.2zM3.2 5.8v7.4h9.6V5.8M8 11.5V8M6.3 9.5 8 7.8l1.7 1.7',
  keyboard: 'M1.8 4h12.4v8H1.8zM4.3 6.7h.01M6.8 6.7h.01M9.3 6.7h.01M11.7 6.7h.01M5 9.5h6',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  external: 'M9 2.5h4.5V7M13.5 2.5 7.5 8.5M11.5 9.5v4h-9v-9h4',
  filter: 'M2.5 3.5h11L9.3 8.7v4.8l-2.6-1.3V8.7L2.5 3.5Z',
  grip: 'M6 4h.01M6 8h.01M6 12h.01M10 4h.01M10 8h.01M10 12h.01',
  print: 'M4.5 6V2.2h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4.3h-7z',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
} as const satisfies Record<string, string>;

/** The name of a drawn icon. */
export type IconName = keyof typeof PATHS;

/** Every icon's name, in drawing order. */
export const ICON_NAMES = Object.keys(PATHS) as IconName[];

const DIRECTIONAL: ReadonlySet<IconName> = new Set([
  'arrow-left',
  'arrow-in',
  'chevron-left',
  'chevron-right',
  'sign-out',
  'undo',
  'external',
  'rail',
]);

/** A decorative icon, hidden from assistive technology: words always stand beside or behind it. */
export function Icon({
  name,
  size = 16,
  className,
}: {
  name: IconName;
  size?: 12 | 14 | 16 | 20 | 28;
  className?: string | undefined;
}) {
  return (
    <svg
      className={className ? `${css.icon} ${className}` : css.icon}
      data-flip={DIRECTIONAL.has(name) ? '' : undefined}
      data-filled={name === 'changed' ? '' : undefined}
      data-dots={name === 'more' || name === 'grip' ? '' : undefined}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
