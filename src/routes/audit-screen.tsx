import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { AuditTrail } from '#src/features/audit/audit-trail.tsx';
import { staffListQuery } from '#src/features/staff/staff.queries.ts';
import { useMay, useMe } from '#src/lib/me.ts';

const route = getRouteApi('/app/audit');

/** The audit trail, with its address as its state. */
export function AuditScreen() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const me = useMe();
  const seesAll = me.staff.roles.includes('manager');
  const mayOpenPatients = useMay('patients.read');
  const staff = useQuery(staffListQuery());
  return (
    <AuditTrail
      search={search}
      onSearch={(change) =>
        void navigate({
          from: '/audit',
          to: '/audit',
          search: (before) => ({ ...before, ...change }),
        })
      }
      people={(staff.data?.items ?? []).map(({ id, name }) => ({ id, name }))}
      scope={
        seesAll ? 'all' : me.staff.roles.includes('practitioner') ? 'own-patients' : 'own-acts'
      }
      renderPatientLink={
        mayOpenPatients
          ? (patientId, words) => (
              <Link to="/patients/$patientId" params={{ patientId }}>
                {words}
              </Link>
            )
          : undefined
      }
    />
  );
}
