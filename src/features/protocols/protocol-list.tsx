import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Protocol } from '#domain/protocols/protocol.ts';
import { STARTER_PROTOCOLS } from '#domain/protocols/starter-protocols.ts';
import { Button, ButtonContent, buttonClass } from '#src/ui/button.tsx';
import { protocolsQuery } from '#src/ui/clinic/protocols.queries.ts';
import { Name } from '#src/ui/name.tsx';
import { PageFrame } from '#src/ui/page-frame.tsx';
import { describeError, EmptyState, LoadingState, QueryBoundary } from '#src/ui/states.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { ProtocolStatusWord, shownVersion, VersionWords } from './protocol-words.tsx';
import { useAddStarters } from './protocols.mutations.ts';
import css from './protocols.module.css';

const coursesInWords = (count: number): string =>
  `${count} ${count === 1 ? 'course follows' : 'courses follow'} it`;

/** The clinic's protocols: schemes of its own that courses start from. */
export function ProtocolList({ mayPropose }: { mayPropose: boolean }) {
  const query = useQuery(protocolsQuery());
  const propose = (
    <Link to="/settings/protocols/new" className={buttonClass({ variant: 'primary' })}>
      <ButtonContent icon="plus">Propose a protocol</ButtonContent>
    </Link>
  );
  return (
    <PageFrame
      title="Protocols"
      actions={mayPropose && propose}
      below={
        <p className="muted">
          The clinic’s own schemes for a course. A practitioner proposes, a manager approves.
          Articles disagree on how many sessions and how far apart; none is built in as the right
          one.
        </p>
      }
    >
      <QueryBoundary
        query={query}
        loading={<LoadingState rows={4} />}
        errorTitle="The protocols did not load"
      >
        {(protocols) => (
          <>
            {protocols.length === 0 ? (
              <EmptyState
                icon="file"
                title="No protocols yet"
                text={
                  mayPropose
                    ? 'Propose one, or take over as drafts what three clinics’ articles state.'
                    : 'A practitioner proposes the first one.'
                }
                action={mayPropose && <AddStarters />}
              />
            ) : (
              <ul className={css.list}>
                {protocols.map((protocol) => (
                  <ProtocolItem key={protocol.id} protocol={protocol} />
                ))}
              </ul>
            )}
            {mayPropose && protocols.length > 0 && lacksStarters(protocols) && <AddStarters />}
          </>
        )}
      </QueryBoundary>
    </PageFrame>
  );
}

function lacksStarters(protocols: readonly Protocol[]): boolean {
  const names = new Set(protocols.flatMap(({ versions }) => versions.map(({ name }) => name)));
  return STARTER_PROTOCOLS.some(({ name }) => !names.has(name));
}

function AddStarters() {
  const add = useAddStarters();
  return (
    <Button
      icon="import"
      loading={add.isPending}
      onClick={() =>
        add.mutate(undefined, {
          onSuccess: () =>
            showToast({ text: 'Taken over as drafts. A manager approves what the clinic uses.' }),
          onError: (error) => showToast({ text: `Not taken over. ${describeError(error).title}` }),
        })
      }
    >
      Take over the articles’ schemes as drafts
    </Button>
  );
}

function ProtocolItem({ protocol }: { protocol: Protocol }) {
  const shown = shownVersion(protocol);
  if (!shown) return null;
  const draft = protocol.versions.find(({ status }) => status === 'draft');
  const uses = protocol.versions.reduce((sum, { usedInCourses }) => sum + usedInCourses, 0);
  return (
    <li className={css.item}>
      <div className={css.head}>
        <Link to="/settings/protocols/$protocolId" params={{ protocolId: protocol.id }}>
          <Name strong>{shown.name}</Name>
        </Link>
        <span className="muted">version {shown.number}</span>
        <ProtocolStatusWord status={shown.status} />
        {draft && draft.id !== shown.id && (
          <span className="muted">version {draft.number} is proposed</span>
        )}
        <span className="muted">{coursesInWords(uses)}</span>
      </div>
      <VersionWords version={shown} />
    </li>
  );
}
