import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type * as z from 'zod/mini';
import {
  type OpeningHours,
  type SetupRequest,
  type setupAnswer,
  setupRequest,
} from '#domain/clinic/clinic.ts';
import { setDeskState } from '#src/lib/desk-state.ts';
import { ApiProblem, isProblem } from '#src/lib/problem.ts';
import { Button } from '#src/ui/button.tsx';
import { AccountLinkCard } from '#src/ui/clinic/account-link-card.tsx';
import { guessCountry } from '#src/ui/clinic/countries.ts';
import { guessTimeZone } from '#src/ui/clinic/time-zones.ts';
import { Form } from '#src/ui/form.tsx';
import { applyServerProblem, useAppForm } from '#src/ui/use-app-form.ts';
import { DemoOffer } from './demo-offer.tsx';
import { Door } from './door.tsx';
import {
  ClinicFields,
  OwnerFields,
  PractitionerFields,
  WhenAndWhereFields,
} from './setup-fields.tsx';
import css from './setup-form.module.css';
import { DOOR_NOT_REACHED } from './sign-in-form.tsx';
import { setUpClinic, signIn } from './sign-in.mutations.ts';

type Answer = z.output<typeof setupAnswer>;

const USUAL_DAY: OpeningHours['monday'] = [{ from: '09:00', to: '18:00' }];

const firstValues = (): z.input<typeof setupRequest> => ({
  clinic: {
    name: '',
    country: guessCountry() ?? '',
    timeZone: guessTimeZone(),
    hours: {
      monday: USUAL_DAY,
      tuesday: USUAL_DAY,
      wednesday: USUAL_DAY,
      thursday: USUAL_DAY,
      friday: USUAL_DAY,
      saturday: [],
      sunday: [],
    },
    rooms: ['Room 1'],
  },
  owner: { name: '', email: '', password: '' },
  practitioner: { who: 'owner', isPrescriber: false },
});

/**
 * Opens the clinic and signs its owner in. A first try may have opened it and only its answer been
 * lost: then signing in is what is left, and a practitioner's link is made anew under Staff.
 */
async function openClinic(values: SetupRequest): Promise<Answer> {
  const credentials = { email: values.owner.email, password: values.owner.password };
  try {
    const answer = await setUpClinic(values);
    await signIn(credentials);
    return answer;
  } catch (error) {
    if (!isProblem(error, 'already_set_up')) throw error;
    await signIn(credentials).catch(() => {
      throw error;
    });
    return { practitionerLink: null };
  }
}

/** The first run of an empty database: the clinic, its owner and the first practitioner on one page. */
export function SetupForm({ onDone, onDemo }: { onDone: () => void; onDemo: () => void }) {
  const queryClient = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const [made, setMade] = useState<{ answer: Answer; timeZone: string } | null>(null);
  const form = useAppForm(setupRequest, firstValues());
  const finish = () => {
    queryClient.clear();
    setDeskState('open');
    onDone();
  };
  const setUp = async (values: SetupRequest) => {
    setBusy(true);
    try {
      const answer = await openClinic(values);
      if (answer.practitionerLink) setMade({ answer, timeZone: values.clinic.timeZone });
      else finish();
    } catch (error) {
      if (error instanceof ApiProblem) applyServerProblem(form, error);
      else form.setError('root.server', { message: `${DOOR_NOT_REACHED} What you typed is kept.` });
    } finally {
      setBusy(false);
    }
  };
  if (made?.answer.practitionerLink)
    return (
      <Door
        title="Your clinic is open"
        text="One thing is left: hand this link to your first practitioner, who chooses a password with it."
      >
        <section>
          <AccountLinkCard link={made.answer.practitionerLink} timeZone={made.timeZone} />
          <Button variant="primary" className={css.go} onClick={finish}>
            Go to the clinic
          </Button>
        </section>
      </Door>
    );
  return (
    <Door
      wide
      title="Open your clinic"
      text={
        <>
          One page, a few minutes. Hours, rooms and people can be changed later. Only looking
          around? <a href="#demo-offer">Use a demo clinic instead.</a>
        </>
      }
    >
      <Form form={form} onSubmit={setUp} label="Open your clinic">
        <ClinicFields form={form} />
        <WhenAndWhereFields form={form} />
        <OwnerFields form={form} />
        <PractitionerFields form={form} />
        <Button type="submit" variant="primary" className={css.go} loading={isBusy}>
          Open the clinic
        </Button>
      </Form>
      <DemoOffer onDemo={onDemo} />
    </Door>
  );
}
