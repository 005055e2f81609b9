import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import {
  PHOTO_USE_LABELS,
  PHOTO_USES,
  SIGNER_ROLE_LABELS,
} from '#domain/consents/consent-enums.ts';
import { consentInForce } from '#domain/consents/consent-rules.ts';
import { type Consent, consentRevoke, SIGNATURE_BOX } from '#domain/consents/consent.ts';
import { dateIn, showDate, todayIn } from '#src/lib/dates.ts';
import { useClinic, useMay } from '#src/lib/me.ts';
import { Button, buttonClass } from '#src/ui/button.tsx';
import { submitTo } from '#src/ui/clinic/submit.ts';
import { DateInput } from '#src/ui/date-input.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { Form, FormField } from '#src/ui/form.tsx';
import { Name } from '#src/ui/name.tsx';
import { Section } from '#src/ui/page-frame.tsx';
import { describeError, LoadingState, QueryBoundary } from '#src/ui/states.tsx';
import { Status } from '#src/ui/status.tsx';
import { TextArea } from '#src/ui/text-area.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import { useAppForm } from '#src/ui/use-app-form.ts';
import css from './consents.module.css';
import { useRevokeConsent, useWithdrawPhotos } from './consents.mutations.ts';
import { courseConsentsQuery } from './consents.queries.ts';

/** The consents of a course: what stands, what was withdrawn or revoked, and the way to a new one. */
export function ConsentCard({ courseId }: { courseId: string }) {
  const query = useQuery(courseConsentsQuery(courseId));
  const mayWrite = useMay('consents.write');
  return (
    <Section
      title="Consent"
      actions={
        mayWrite && (
          <Link
            to="/courses/$courseId/consent"
            params={{ courseId }}
            className={buttonClass({ size: 'sm' })}
          >
            {query.data && consentInForce(query.data.items) ? 'Sign again' : 'Sign'}
          </Link>
        )
      }
    >
      <QueryBoundary
        query={query}
        loading={<LoadingState kind="text" rows={3} />}
        errorTitle="The consents did not load"
      >
        {({ items }) =>
          items.length === 0 ? (
            <Status tone="review">Not signed for this course</Status>
          ) : (
            <ul className={css.list}>
              {items.map((consent) => (
                <li key={consent.id}>
                  <ConsentItem consent={consent} mayWrite={mayWrite} />
                </li>
              ))}
            </ul>
          )
        }
      </QueryBoundary>
    </Section>
  );
}

function ConsentItem({ consent, mayWrite }: { consent: Consent; mayWrite: boolean }) {
  const { timeZone } = useClinic();
  const [isRevoking, setRevoking] = useState(false);
  const { revocation } = consent;
  return (
    <div className={css.item}>
      <div className={css.line}>
        {revocation === null ? (
          <Status tone="ok">Signed {showDate(dateIn(timeZone, consent.signedAt))}</Status>
        ) : (
          <Status tone="stop">Revoked {showDate(revocation.on)}</Status>
        )}
        <span className={css.quiet}>
          {consent.templateName}, {consent.language}, edition {consent.edition}
        </span>
      </div>
      {revocation !== null && <p>{revocation.reason}</p>}
      <p className={css.quiet}>
        {SIGNER_ROLE_LABELS[consent.signerRole]}: <Name>{consent.signerName}</Name>
        {consent.signaturePath === null && ', by typed name'}
      </p>
      {consent.signaturePath !== null && (
        <svg
          role="img"
          aria-label="Signature"
          viewBox={`0 0 ${SIGNATURE_BOX.width} ${SIGNATURE_BOX.height}`}
          className={css.small}
        >
          <path d={consent.signaturePath} className={css.ink} />
        </svg>
      )}
      <PhotoChoices consent={consent} mayWrite={mayWrite && revocation === null} />
      {mayWrite && revocation === null && (
        <div>
          <Button size="sm" onClick={() => setRevoking(true)}>
            Revoke
          </Button>
          {isRevoking && <RevokeDialog consent={consent} onClose={() => setRevoking(false)} />}
        </div>
      )}
    </div>
  );
}

function PhotoChoices({ consent, mayWrite }: { consent: Consent; mayWrite: boolean }) {
  const { timeZone } = useClinic();
  const withdraw = useWithdrawPhotos();
  return (
    <div className={css.photos} role="group" aria-label="Photos">
      {PHOTO_USES.map((use) => {
        const { isAllowed, withdrawnAt } = consent.photos[use];
        const words =
          withdrawnAt === null
            ? isAllowed
              ? 'allowed'
              : 'not allowed'
            : `withdrawn ${showDate(dateIn(timeZone, withdrawnAt))}`;
        return (
          <div key={use} className={css.line}>
            <span>
              {PHOTO_USE_LABELS[use]}: {words}
            </span>
            {mayWrite && isAllowed && withdrawnAt === null && (
              <Button
                size="sm"
                variant="quiet"
                loading={withdraw.isPending}
                aria-label={`Withdraw: ${PHOTO_USE_LABELS[use]}`}
                onClick={() =>
                  withdraw.mutate(
                    { id: consent.id, version: consent.version, uses: [use] },
                    {
                      onSuccess: () => showToast({ text: 'Withdrawn, with today’s date' }),
                      onError: (error) =>
                        showToast({ text: `Not withdrawn. ${describeError(error).title}` }),
                    },
                  )
                }
              >
                Withdraw
              </Button>
            )}
          </div>
        );
      })}
    </div>
  );
}

function RevokeDialog({ consent, onClose }: { consent: Consent; onClose: () => void }) {
  const { timeZone } = useClinic();
  const form = useAppForm(consentRevoke, { on: todayIn(timeZone), reason: '' });
  const revoke = useRevokeConsent();
  return (
    <Dialog
      open
      keepOpen
      onClose={onClose}
      title="Revoke this consent"
      description="It stays on record as it was signed. Reception sees that a consent is missing."
      size="sm"
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" form="revoke-consent" variant="danger" loading={revoke.isPending}>
            Revoke
          </Button>
        </>
      }
    >
      <Form
        id="revoke-consent"
        form={form}
        label="Revoke this consent"
        onSubmit={(values) =>
          submitTo(form, async () => {
            await revoke.mutateAsync({ id: consent.id, version: consent.version, values });
            showToast({ text: 'The consent is revoked' });
            onClose();
          })
        }
      >
        <FormField form={form} name="on" label="Revoked on">
          {(bound) => <DateInput {...bound} />}
        </FormField>
        <FormField form={form} name="reason" label="Why, as the patient says it" required>
          {(bound) => <TextArea {...bound} rows={2} />}
        </FormField>
      </Form>
    </Dialog>
  );
}
