import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  FINDING_LEVEL_LABELS,
  FINDING_LEVELS,
  type FindingLevel,
} from '#domain/ingredients/finding.ts';
import {
  REASK_LABELS,
  SCREENING_DETAILS,
  type ScreeningItem,
} from '#domain/screening/screening-items.ts';
import {
  LEVEL_CHANGE_LABELS,
  levelChangeCreate,
  type ScreeningLevelChange,
  type ScreeningLevelList,
} from '#domain/screening/screening-levels.ts';
import { newKey } from '#src/lib/api.ts';
import { showMoment } from '#src/lib/dates.ts';
import { useClinic, useMay } from '#src/lib/me.ts';
import { Button } from '#src/ui/button.tsx';
import { submitTo } from '#src/ui/clinic/submit.ts';
import { Dialog } from '#src/ui/dialog.tsx';
import { Form, FormField } from '#src/ui/form.tsx';
import { Name } from '#src/ui/name.tsx';
import { PageFrame, Section } from '#src/ui/page-frame.tsx';
import { RadioGroup } from '#src/ui/radio-group.tsx';
import { describeError, LoadingState, QueryBoundary } from '#src/ui/states.tsx';
import { Status } from '#src/ui/status.tsx';
import { TextArea } from '#src/ui/text-area.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { useAppForm } from '#src/ui/use-app-form.ts';
import css from './screening.module.css';
import { useChangeLevel, useDecideLevel } from './screening.mutations.ts';
import { screeningLevelsQuery } from './screening.queries.ts';

/** What a "yes" to each question means at this clinic, and every dated change of it. */
export function ScreeningLevelsPage() {
  const query = useQuery(screeningLevelsQuery());
  const mayDecide = useMay('screening-levels.write');
  return (
    <PageFrame
      title="Screening levels"
      below={
        <p className="read">
          What a “yes” means before a session. “Not known” is always a review.{' '}
          {mayDecide
            ? 'Your changes are in force at once, with their date and reason.'
            : 'You propose a change; a manager decides.'}
        </p>
      }
    >
      <QueryBoundary
        query={query}
        loading={<LoadingState kind="table" />}
        errorTitle="The levels did not load"
      >
        {(list) => (
          <>
            <Proposals list={list} mayDecide={mayDecide} />
            <Levels list={list} mayDecide={mayDecide} />
            <History list={list} />
          </>
        )}
      </QueryBoundary>
    </PageFrame>
  );
}

function Levels({ list, mayDecide }: { list: ScreeningLevelList; mayDecide: boolean }) {
  const [edited, setEdited] = useState<{ item: ScreeningItem; level: FindingLevel } | null>(null);
  return (
    <Section title="Levels">
      <ul className={css.levels}>
        {list.levels.map(({ item, level }) => {
          const { label, level: usual, isLevelFixed, reask } = SCREENING_DETAILS[item];
          return (
            <li key={item} className={css.level}>
              <span>
                {label}
                <span className={css.quiet}>
                  {' '}
                  {REASK_LABELS[reask].toLowerCase()}
                  {level !== usual && `; usual is ${FINDING_LEVEL_LABELS[usual].toLowerCase()}`}
                </span>
              </span>
              <Status tone={level}>{FINDING_LEVEL_LABELS[level]}</Status>
              {isLevelFixed ? (
                <span className={css.quiet}>Fixed</span>
              ) : (
                <Button
                  size="sm"
                  aria-label={`${mayDecide ? 'Change' : 'Propose a change'}: ${label}`}
                  onClick={() => setEdited({ item, level })}
                >
                  {mayDecide ? 'Change' : 'Propose'}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {edited !== null && (
        <LevelDialog edited={edited} mayDecide={mayDecide} onClose={() => setEdited(null)} />
      )}
    </Section>
  );
}

function LevelDialog({
  edited,
  mayDecide,
  onClose,
}: {
  edited: { item: ScreeningItem; level: FindingLevel };
  mayDecide: boolean;
  onClose: () => void;
}) {
  const form = useAppForm(levelChangeCreate, { ...edited, reason: '' });
  const change = useChangeLevel();
  const [key, setKey] = useState(newKey);
  return (
    <Dialog
      open
      keepOpen
      onClose={onClose}
      size="sm"
      title={mayDecide ? 'Change the level' : 'Propose another level'}
      description={SCREENING_DETAILS[edited.item].label}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" form="screening-level" variant="primary" loading={change.isPending}>
            {mayDecide ? 'Change' : 'Propose'}
          </Button>
        </>
      }
    >
      <Form
        id="screening-level"
        form={form}
        label="Level"
        onSubmit={(values) =>
          submitTo(
            form,
            async () => {
              await change.mutateAsync({ values, key });
              showToast({ text: mayDecide ? 'The level is changed' : 'The change is proposed' });
              onClose();
            },
            () => setKey(newKey()),
          )
        }
      >
        <FormField form={form} name="level" label="A “yes” is a" group required>
          {(bound) => (
            <RadioGroup
              inline
              value={bound.value}
              options={FINDING_LEVELS.map((value) => ({
                value,
                label: FINDING_LEVEL_LABELS[value],
              }))}
              onChange={bound.onChange}
              onBlur={bound.onBlur}
              ref={bound.ref}
            />
          )}
        </FormField>
        <FormField form={form} name="reason" label="Reason" required>
          {(bound) => <TextArea {...bound} rows={2} />}
        </FormField>
      </Form>
    </Dialog>
  );
}

const nameIn = ({ staff }: ScreeningLevelList, id: string | null): string =>
  staff.find((one) => one.id === id)?.name ?? '';

const changeInWords = ({ item, level }: ScreeningLevelChange): string =>
  `${SCREENING_DETAILS[item].label}: ${FINDING_LEVEL_LABELS[level].toLowerCase()}`;

function Proposals({ list, mayDecide }: { list: ScreeningLevelList; mayDecide: boolean }) {
  const { timeZone } = useClinic();
  const decide = useDecideLevel();
  const open = list.changes.filter(({ status }) => status === 'proposed');
  if (open.length === 0) return null;
  const settle = (change: ScreeningLevelChange, status: 'approved' | 'declined') =>
    decide.mutate(
      { id: change.id, version: change.version, status },
      {
        onSuccess: () =>
          showToast({ text: status === 'approved' ? 'In force from now on' : 'Declined' }),
        onError: (error) => showToast({ text: `Not decided. ${describeError(error).title}` }),
      },
    );
  return (
    <Section title="Proposed" meta="not in force">
      {open.map((change) => (
        <div key={change.id} className={css.change}>
          <p>{changeInWords(change)}</p>
          <p>{change.reason}</p>
          <p className={css.quiet}>
            <Name>{nameIn(list, change.proposedBy)}</Name>, {showMoment(timeZone, change.createdAt)}
          </p>
          {mayDecide && (
            <div className={css.buttons}>
              <Button
                size="sm"
                aria-label={`Approve: ${changeInWords(change)}`}
                onClick={() => settle(change, 'approved')}
              >
                Approve
              </Button>
              <Button
                size="sm"
                variant="quiet"
                aria-label={`Decline: ${changeInWords(change)}`}
                onClick={() => settle(change, 'declined')}
              >
                Decline
              </Button>
            </div>
          )}
        </div>
      ))}
    </Section>
  );
}

function History({ list }: { list: ScreeningLevelList }) {
  const { timeZone } = useClinic();
  const decided = list.changes.filter(({ status }) => status !== 'proposed').toReversed();
  return (
    <Section title="Changes">
      {decided.length === 0 ? (
        <p className={css.quiet}>The levels stand as they came.</p>
      ) : (
        decided.map((change) => (
          <div key={change.id} className={css.change}>
            <p>{changeInWords(change)}</p>
            <p>{change.reason}</p>
            <p className={css.quiet}>
              {LEVEL_CHANGE_LABELS[change.status]},{' '}
              {change.decidedAt !== null && showMoment(timeZone, change.decidedAt)},{' '}
              <Name>{nameIn(list, change.decidedBy)}</Name>
            </p>
          </div>
        ))
      )}
    </Section>
  );
}
