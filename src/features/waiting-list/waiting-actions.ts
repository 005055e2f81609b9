import type { FreeSlot } from '#domain/appointments/free-slots.ts';
import { fullName } from '#domain/patients/display-name.ts';
import type { WaitingEntry } from '#domain/waiting-list/waiting-entry.ts';
import { todayIn } from '#src/lib/dates.ts';
import { useClinic } from '#src/lib/me.ts';
import { named } from '#src/ui/named.tsx';
import { showToast } from '#src/ui/toast-store.ts';
import {
  sayUnchanged,
  useBookWaiting,
  useOfferWaiting,
  useRestoreWaiting,
  useUnbookWaiting,
  useWithdrawWaiting,
} from './waiting.mutations.ts';
import { momentWords } from './waiting-words.ts';

/** What is done with an entry in one press, each with a way back. */
export function useWaitingActions() {
  const { timeZone } = useClinic();
  const book = useBookWaiting();
  const unbook = useUnbookWaiting();
  const offer = useOfferWaiting();
  const withdraw = useWithdrawWaiting();
  const restore = useRestoreWaiting();
  return {
    isBusy: book.isPending || offer.isPending || withdraw.isPending,
    /** Books the entry into a free slot. */
    book: (entry: WaitingEntry, slot: FreeSlot, onBooked: () => void): void => {
      const { id, version } = entry;
      const when = momentWords(slot.startsAt, timeZone, todayIn(timeZone));
      book.mutate(
        { id, version, slot },
        {
          onSuccess: ({ entry: saved }) => {
            showToast({
              text: `${named(fullName(entry.patient))} is booked: ${when}`,
              undo: () => unbook.mutate({ id, version: saved.version }),
            });
            onBooked();
          },
          onError: sayUnchanged,
        },
      );
    },
    /** Notes that they were offered a time and think about it. */
    offer: ({ id, version, patient }: WaitingEntry): void =>
      offer.mutate(
        { id, version },
        {
          onSuccess: (saved) =>
            showToast({
              text: `${named(fullName(patient))} was offered a time`,
              undo: () => restore.mutate({ id, version: saved.version }),
            }),
          onError: sayUnchanged,
        },
      ),
    /** Takes someone off the list who waits without an appointment. */
    withdraw: ({ id, version, patient }: WaitingEntry): void =>
      withdraw.mutate(
        { id, version, values: { cancelledBy: 'patient', reason: null } },
        {
          onSuccess: (saved) =>
            showToast({
              text: `${named(fullName(patient))} is off the waiting list`,
              undo: () => restore.mutate({ id, version: saved.version }),
            }),
          onError: sayUnchanged,
        },
      ),
    /** Lets them wait again. */
    restore: ({ id, version }: WaitingEntry): void => restore.mutate({ id, version }),
  };
}
