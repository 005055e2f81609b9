import { Icon } from '#src/ui/icon.tsx';
import css from './import-steps.module.css';
import { IMPORT_STEPS, STEP_LABELS, type ImportStep } from './import-words.ts';

/** Where the import stands among its four steps. */
export function ImportSteps({ step, isDone = false }: { step: ImportStep; isDone?: boolean }) {
  const now = IMPORT_STEPS.indexOf(step);
  return (
    <ol className={css.steps} aria-label="Steps of the import">
      {IMPORT_STEPS.map((one, at) => {
        const isPast = at < now || isDone;
        return (
          <li
            key={one}
            className={css.step}
            data-state={isPast ? 'past' : at === now ? 'now' : undefined}
            aria-current={at === now && !isDone ? 'step' : undefined}
          >
            {isPast ? (
              <Icon name="check" size={14} />
            ) : (
              <span className={css.number} aria-hidden="true">
                {at + 1}
              </span>
            )}
            {STEP_LABELS[one]}
            {isPast && <span className="visually-hidden">, done</span>}
          </li>
        );
      })}
    </ol>
  );
}
