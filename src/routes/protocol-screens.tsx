import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { ChangeProtocol } from '#src/features/protocols/change-protocol.tsx';
import { NewProtocol } from '#src/features/protocols/new-protocol.tsx';
import { ProtocolList } from '#src/features/protocols/protocol-list.tsx';
import { ProtocolPage } from '#src/features/protocols/protocol-page.tsx';
import { useMay } from '#src/lib/me.ts';
import { OpenTo } from './open-to.tsx';

const one = getRouteApi('/app/settings-pages/settings/protocols/$protocolId');
const change = getRouteApi('/app/settings-pages/settings/protocols/$protocolId/change');

const READ = {
  action: 'protocols.read',
  title: 'Protocols',
  text: 'Practitioners and managers see the clinic’s protocols.',
} as const;
const PROPOSE = {
  action: 'protocols.propose',
  title: 'Propose a protocol',
  text: 'Practitioners propose protocols, managers approve them.',
} as const;

/** The clinic's protocols. */
export function ProtocolsScreen() {
  return (
    <OpenTo {...READ}>
      <ProtocolList mayPropose={useMay('protocols.propose')} />
    </OpenTo>
  );
}

/** One protocol. */
export function ProtocolScreen() {
  const { protocolId } = one.useParams();
  return (
    <OpenTo {...READ}>
      <ProtocolPage
        protocolId={protocolId}
        mayPropose={useMay('protocols.propose')}
        mayApprove={useMay('protocols.approve')}
      />
    </OpenTo>
  );
}

/** Proposes a protocol, then shows it. */
export function ProtocolNewScreen() {
  const navigate = useNavigate();
  return (
    <OpenTo {...PROPOSE}>
      <NewProtocol
        onProposed={({ id }) =>
          void navigate({
            to: '/settings/protocols/$protocolId',
            params: { protocolId: id },
            replace: true,
          })
        }
        onCancel={() => void navigate({ to: '/settings/protocols' })}
      />
    </OpenTo>
  );
}

/** Changes a draft or proposes a new version, then shows the protocol. */
export function ProtocolChangeScreen() {
  const { protocolId } = change.useParams();
  const navigate = useNavigate();
  return (
    <OpenTo {...PROPOSE}>
      <ChangeProtocol
        protocolId={protocolId}
        onDone={() =>
          void navigate({ to: '/settings/protocols/$protocolId', params: { protocolId } })
        }
      />
    </OpenTo>
  );
}
