import { useQuery } from '@tanstack/react-query';
import { type SyntheticEvent, useState } from 'react';
import { findingKey } from '#domain/ingredients/finding.ts';
import { isAnsweredByApproval } from '#domain/recipes/recipe-rules.ts';
import type { RecipeVersionView } from '#domain/recipes/recipe-view.ts';
import { useMay, useMe } from '#src/lib/me.ts';
import { ApiProblem } from '#src/lib/problem.ts';
import { Button } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { Field } from '#src/ui/field.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { Section } from '#src/ui/page-frame.tsx';
import { describeError } from '#src/ui/states.tsx';
import { Status } from '#src/ui/status.tsx';
import { TextArea } from '#src/ui/text-area.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import css from './approval-section.module.css';
import { RecipeMoment } from './recipe-moment.tsx';
import { approversQuery } from './recipes.queries.ts';
import { useApproveVersion, useRetireVersion } from './recipes.mutations.ts';

/** How far a version is: written, looked over by a second person, in use, retired. */
export function ApprovalSection({ version }: { version: RecipeVersionView }) {
  const isDraft = version.status === 'draft';
  const mayRetire = useMay('recipes.write') && version.status === 'approved';
  return (
    <Section title="Approval">
      <ol className={css.steps}>
        <li>
          <Status tone="ok" icon="ring-check">
            Written
          </Status>
          <span className={css.who}>
            <bdi>{version.createdByName ?? 'Someone who is not staff any more'}</bdi>,{' '}
            <RecipeMoment at={version.createdAt} />
          </span>
        </li>
        <li>
          <Status tone={isDraft ? 'plain' : 'ok'} icon={isDraft ? 'ring' : 'ring-check'}>
            {isDraft ? 'Waits for a second practitioner' : 'Approved by a second practitioner'}
          </Status>
          {version.approvedAt !== null && (
            <span className={css.who}>
              <bdi>{version.approvedByName ?? 'Someone who is not staff any more'}</bdi>,{' '}
              <RecipeMoment at={version.approvedAt} />
            </span>
          )}
          {isDraft && <Waiting version={version} />}
        </li>
        {version.status === 'retired' && version.retiredAt !== null && (
          <li>
            <Status icon="archive">Retired</Status>
            <span className={css.who}>
              <RecipeMoment at={version.retiredAt} />: new sessions cannot take it.
            </span>
          </li>
        )}
      </ol>
      {version.approvalReasons.length > 0 && (
        <ul className={css.reasons}>
          {version.approvalReasons.map(({ key, message, reason }) => (
            <li key={key}>
              {message} <span className={css.who}>“{reason}”</span>
            </li>
          ))}
        </ul>
      )}
      {mayRetire && <Retire version={version} />}
    </Section>
  );
}

function Waiting({ version }: { version: RecipeVersionView }) {
  const { staff } = useMe();
  const mayApprove = useMay('recipes.approve');
  const isWriter = version.writtenBy.includes(staff.id);
  const others = useQuery({ ...approversQuery(), enabled: isWriter }).data;
  const [isOpen, setOpen] = useState(false);
  if (!mayApprove) return <span className={css.who}>Practitioners approve recipes.</span>;
  if (!isWriter)
    return (
      <span className={css.act}>
        <Button variant="primary" onClick={() => setOpen(true)}>
          Approve version {version.number}
        </Button>
        {isOpen && <ApproveDialog version={version} onClose={() => setOpen(false)} />}
      </span>
    );
  const names = others?.filter(({ id }) => !version.writtenBy.includes(id)) ?? [];
  if (others && names.length === 0)
    return (
      <Notice tone="review" title="Nobody else can approve it yet">
        You wrote in this version, so a second practitioner has to look it over, and the clinic has
        none. Invite a colleague, also one from outside: the owner does it under Staff. Until then
        sessions cannot take it.
      </Notice>
    );
  return (
    <span className={css.who}>
      You wrote in it, so someone else approves it
      {names.length > 0 && (
        <>
          : <bdi>{names.map(({ name }) => name).join(', ')}</bdi>
        </>
      )}
      .
    </span>
  );
}

/** Looks a version over: what stops it is told, and each finding to review takes a reason. */
function ApproveDialog({ version, onClose }: { version: RecipeVersionView; onClose: () => void }) {
  const approve = useApproveVersion();
  const reviews = version.findings.filter(isAnsweredByApproval);
  const stops = version.findings.filter(({ level }) => level === 'stop');
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const [isTried, setTried] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const reasonOf = (key: string): string => (reasons[key] ?? '').trim();
  const send = (event: SyntheticEvent): void => {
    event.preventDefault();
    setTried(true);
    const given = reviews.map(findingKey).map((key) => ({ key, reason: reasonOf(key) }));
    if (given.some(({ reason }) => reason.length < 3)) return;
    approve.mutate(
      { id: version.id, version: version.version, values: { reasons: given } },
      {
        onSuccess: () => {
          showToast({ text: `Version ${version.number} is approved` });
          onClose();
        },
        onError: (error) => {
          const { title, text } = describeError(error);
          setProblem(
            error instanceof ApiProblem && error.code === 'stale'
              ? 'The version was changed meanwhile. Close this, look at it again, then approve.'
              : (text ?? title),
          );
        },
      },
    );
  };
  const formId = `approve-${version.id}`;
  return (
    <Dialog
      open
      keepOpen
      onClose={onClose}
      title={`Approve version ${version.number}`}
      description="From then on what is in it never changes, and new sessions may take it."
      footer={
        <>
          <Button onClick={onClose}>Not yet</Button>
          <Button variant="primary" type="submit" form={formId} loading={approve.isPending}>
            Approve
          </Button>
        </>
      }
    >
      <form id={formId} className={css.form} onSubmit={send} noValidate>
        {problem !== null && <Notice tone="stop">{problem}</Notice>}
        {stops.map((found) => (
          <Notice key={findingKey(found)} tone="stop">
            {found.message} Each session needs a prescriber’s reason for it.
          </Notice>
        ))}
        {reviews.length === 0 && <p>There is no finding to review.</p>}
        {reviews.map((found) => {
          const key = findingKey(found);
          return (
            <Field
              key={key}
              label={`Reason: ${found.message}`}
              error={
                isTried && reasonOf(key).length < 3 ? 'Type the reason in a few words.' : undefined
              }
            >
              <TextArea
                value={reasons[key] ?? ''}
                rows={2}
                maxLength={500}
                onChange={(text) => setReasons({ ...reasons, [key]: text })}
              />
            </Field>
          );
        })}
      </form>
    </Dialog>
  );
}

function Retire({ version }: { version: RecipeVersionView }) {
  const retire = useRetireVersion();
  const [isAsked, setAsked] = useState(false);
  return (
    <div className={css.act}>
      <Button icon="archive" onClick={() => setAsked(true)}>
        Retire version {version.number}
      </Button>
      {isAsked && (
        <Dialog
          open
          size="sm"
          onClose={() => setAsked(false)}
          title={`Retire version ${version.number}`}
          description="New sessions cannot take it any more, and this is not undone. Drafts and signed sessions keep it."
          footer={
            <>
              <Button onClick={() => setAsked(false)}>Keep it in use</Button>
              <Button
                variant="danger"
                loading={retire.isPending}
                onClick={() =>
                  retire.mutate(version, {
                    onSuccess: () => {
                      showToast({ text: `Version ${version.number} is retired` });
                      setAsked(false);
                    },
                    onError: (error) => {
                      const { title, text } = describeError(error);
                      showToast({ text: `Not retired. ${text ?? title}` });
                    },
                  })
                }
              >
                Retire
              </Button>
            </>
          }
        />
      )}
    </div>
  );
}
