import css from './skeleton.module.css';

/** A grey bar where text will stand. All skeletons stay invisible for the first 300 ms. */
export function Skeleton({
  width = '100%',
  height = 10,
  round = false,
}: {
  width?: number | string;
  height?: number;
  round?: boolean;
}) {
  return (
    <span
      className={css.bar}
      style={{ width, height, borderRadius: round ? '50%' : height / 2 }}
      aria-hidden="true"
    />
  );
}
