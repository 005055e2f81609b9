import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Protocol, ProtocolVersion } from '#domain/protocols/protocol.ts';
import { dateIn, showDate } from '#src/lib/dates.ts';
import { useClinic } from '#src/lib/me.ts';
import { Button, ButtonContent, buttonClass } from '#src/ui/button.tsx';
import { protocolsQuery } from '#src/ui/clinic/protocols.queries.ts';
import { Name } from '#src/ui/name.tsx';
import { PageFrame, Section } from '#src/ui/page-frame.tsx';
import { describeError, EmptyState, LoadingState, QueryBoundary } from '#src/ui/states.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { ProtocolStatusWord, shownVersion, VersionWords } from './protocol-words.tsx';
import { useApprove, useRetire } from './protocols.mutations.ts';
import css from './protocols.module.css';
import { VersionComparison } from './version-comparison.tsx';

type Rights = { mayPropose: boolean; mayApprove: boolean };

/** One protocol: what it says now, what is proposed, and how it came to be. */
export function ProtocolPage({ protocolId, ...rights }: Rights & { protocolId: string }) {
  const query = useQuery(protocolsQuery());
  return (
    <QueryBoundary
      query={query}
      loading={<LoadingState kind="text" />}
      errorTitle="This protocol did not load"
    >
      {(protocols) => {
        const protocol = protocols.find(({ id }) => id === protocolId);
        return protocol ? (
          <LoadedProtocol protocol={protocol} {...rights} />
        ) : (
          <PageFrame title="Protocol">
            <EmptyState
              title="There is no such protocol"
              action={<Link to="/settings/protocols">All protocols</Link>}
            />
          </PageFrame>
        );
      }}
    </QueryBoundary>
  );
}

function LoadedProtocol({ protocol, ...rights }: Rights & { protocol: Protocol }) {
  const shown = shownVersion(protocol);
  const hasDraft = protocol.versions.some(({ status }) => status === 'draft');
  return (
    <PageFrame
      title={shown?.name ?? 'Protocol'}
      heading={<Name>{shown?.name ?? 'Protocol'}</Name>}
      back={
        <Link to="/settings/protocols" className={buttonClass({ variant: 'quiet' })}>
          <ButtonContent icon="arrow-left">Protocols</ButtonContent>
        </Link>
      }
      actions={
        rights.mayPropose &&
        !hasDraft && (
          <Link
            to="/settings/protocols/$protocolId/change"
            params={{ protocolId: protocol.id }}
            className={buttonClass()}
          >
            Propose a new version
          </Link>
        )
      }
    >
      <Section title="Versions">
        {protocol.versions.map((version) => (
          <Version key={version.id} version={version} {...rights} />
        ))}
      </Section>
      {protocol.versions.length > 1 && <VersionComparison versions={protocol.versions} />}
    </PageFrame>
  );
}

function Version({ version, mayPropose, mayApprove }: Rights & { version: ProtocolVersion }) {
  const { timeZone } = useClinic();
  const day = (moment: string) => showDate(dateIn(timeZone, moment));
  const approve = useApprove();
  const retire = useRetire();
  const { status, number, usedInCourses } = version;
  const failed = (error: unknown) =>
    showToast({ text: `Not changed. ${describeError(error).title}` });
  return (
    <article className={css.version} aria-label={`Version ${number}`}>
      <div className={css.head}>
        <h3>Version {number}</h3>
        <ProtocolStatusWord status={status} />
        <span className="muted">
          {usedInCourses} {usedInCourses === 1 ? 'course follows' : 'courses follow'} it
        </span>
      </div>
      <VersionWords version={version} />
      {version.changeNote !== null && <p>What changed: {version.changeNote}</p>}
      <p className="muted">
        Proposed by <Name>{version.proposedByName}</Name> on {day(version.createdAt)}
        {version.approvedAt !== null && (
          <>
            , approved by <Name>{version.approvedByName ?? ''}</Name> on {day(version.approvedAt)}
          </>
        )}
        {version.retiredAt !== null && `, retired on ${day(version.retiredAt)}`}.
      </p>
      <div className={css.actions}>
        {status === 'draft' && mayPropose && (
          <Link
            to="/settings/protocols/$protocolId/change"
            params={{ protocolId: version.protocolId }}
            className={buttonClass({ size: 'sm' })}
          >
            Change the draft
          </Link>
        )}
        {status === 'draft' && mayApprove && (
          <Button
            size="sm"
            variant="primary"
            loading={approve.isPending}
            onClick={() =>
              approve.mutate(version, {
                onSuccess: () =>
                  showToast({ text: `Version ${number} is approved: courses can start from it` }),
                onError: failed,
              })
            }
          >
            Approve version {number}
          </Button>
        )}
        {status !== 'retired' && mayApprove && (
          <Button
            size="sm"
            loading={retire.isPending}
            onClick={() =>
              retire.mutate(version, {
                onSuccess: () => showToast({ text: `Version ${number} is retired` }),
                onError: failed,
              })
            }
          >
            {status === 'draft' ? 'Refuse the draft' : `Retire version ${number}`}
          </Button>
        )}
      </div>
    </article>
  );
}
