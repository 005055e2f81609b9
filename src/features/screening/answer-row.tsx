import { useId, type KeyboardEvent } from 'react';
import { ANSWER_LABELS, type Answer } from '#domain/courses/course-enums.ts';
import { FINDING_LEVEL_LABELS, type FindingLevel } from '#domain/ingredients/finding.ts';
import { Segmented } from '#src/ui/segmented.tsx';
import { Status } from '#src/ui/status.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import css from './screening.module.css';

/** An answer with what was said beside it; nothing while it was not given. */
export type GivenAnswer = { answer: Answer; note: string | null };

const ANSWERED = ['no', 'yes', 'unknown'] as const;
const OPTIONS = ANSWERED.map((value) => ({ value, label: ANSWER_LABELS[value] }));
const KEYS: Readonly<Record<string, Answer>> = { n: 'no', y: 'yes', u: 'unknown' };

/** Moves on to the next question's choices, so that a list is answered with one key each. */
function focusNext(from: HTMLElement): void {
  const rows = [...(from.closest('[data-answers]')?.querySelectorAll('[data-answer]') ?? [])];
  const own = from.closest('[data-answer]');
  const next = rows[rows.findIndex((row) => row === own) + 1];
  next?.querySelector<HTMLInputElement>('input[type=radio]')?.focus();
}

/** The mark of what an answer means: "not known" is a review whatever the level. */
function levelOf(answer: Answer | undefined, level: FindingLevel): FindingLevel | null {
  if (answer === 'yes') return level;
  return answer === 'unknown' ? 'review' : null;
}

/** One question with its choices: y, n and u answer it and go on to the next. */
export function AnswerRow({
  question,
  given,
  level,
  last,
  isLocked = false,
  noteLabel = 'What exactly',
  onAnswer,
}: {
  question: string;
  given: GivenAnswer | undefined;
  /** What a "yes" means; left out where the patient answers alone. */
  level?: FindingLevel | undefined;
  /** What was answered last time, in words. */
  last?: string | undefined;
  isLocked?: boolean;
  noteLabel?: string;
  onAnswer: (given: GivenAnswer) => void;
}) {
  const id = useId();
  const mark = level === undefined ? null : levelOf(given?.answer, level);
  const answer = (value: Answer) => onAnswer({ answer: value, note: given?.note ?? null });
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const value = KEYS[event.key.toLowerCase()];
    const isTyping = event.target instanceof HTMLInputElement && event.target.type === 'text';
    if (!value || isTyping || isLocked || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    answer(value);
    if (value === 'no') focusNext(event.currentTarget);
  };
  const isAnswered = given !== undefined && given.answer !== 'not_asked';
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys for the radios inside
    <div className={css.row} data-answer="" onKeyDown={onKeyDown}>
      <div className={css.words}>
        <span id={id}>{question}</span>
        {last !== undefined && <span className={css.last}>{last}</span>}
      </div>
      <div className={css.choice}>
        <Segmented
          label={question}
          value={isAnswered ? given.answer : null}
          options={OPTIONS}
          disabled={isLocked}
          onChange={answer}
        />
        {mark !== null && <Status tone={mark}>{FINDING_LEVEL_LABELS[mark]}</Status>}
      </div>
      {(given?.answer === 'yes' || given?.answer === 'unknown') && (
        <div className={css.note}>
          <TextInput
            aria-label={`${noteLabel}: ${question}`}
            placeholder={noteLabel}
            maxLength={300}
            value={given.note}
            disabled={isLocked}
            onChange={(text) => onAnswer({ ...given, note: text === '' ? null : text })}
          />
        </div>
      )}
    </div>
  );
}
