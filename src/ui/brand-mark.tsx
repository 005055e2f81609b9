import css from './brand-mark.module.css';

/** The mark: a head from above with four injection points. */
export function BrandMark({ size = 20 }: { size?: number }) {
  return (
    <svg
      className={css.mark}
      width={size}
      height={size}
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
    >
      <path
        d="M10 1.8c4.5 0 7 3.3 7 8.2s-2.5 8.2-7 8.2S3 14.9 3 10s2.5-8.2 7-8.2Z"
        fill="none"
        strokeWidth="1.6"
      />
      <circle cx="10" cy="6" r="1.2" />
      <circle cx="7" cy="9" r="1.2" />
      <circle cx="13" cy="9" r="1.2" />
      <circle cx="10" cy="12" r="1.2" />
    </svg>
  );
}
