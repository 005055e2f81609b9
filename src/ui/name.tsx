import { classNames } from './class-names.ts';
import css from './name.module.css';

/** A person's name in any script: kept apart from the text around it, cut at its end, blurred on shared screens. */
export function Name({
  children,
  strong = false,
  wrap = false,
}: {
  children: string;
  strong?: boolean;
  wrap?: boolean;
}) {
  return (
    <bdi
      className={classNames(css.name, strong && css.strong, !wrap && css.clip)}
      data-name=""
      title={wrap ? undefined : children}
    >
      {children}
    </bdi>
  );
}
