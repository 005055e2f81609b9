import { useQuery } from '@tanstack/react-query';
import { catalogueQuery } from '#src/ui/clinic/catalogue.queries.ts';
import { Status } from '#src/ui/status.tsx';
import { allergyInWords } from './profile-words.ts';
import { profileQuery } from './profiles.queries.ts';

/** A patient's allergies in one line at the head of a record, where nobody scrolls past them. */
export function AllergyLine({ patientId }: { patientId: string }) {
  const { data } = useQuery(profileQuery(patientId));
  const isRecorded = data?.allergyState === 'recorded';
  const catalogue = useQuery({ ...catalogueQuery(), enabled: isRecorded });
  if (!data) return null;
  if (data.allergyState === 'not_asked') return <Status tone="review">Allergies not asked</Status>;
  if (data.allergyState === 'none') return <Status tone="note">No allergies told</Status>;
  const words = data.allergies.map((one) => allergyInWords(one, catalogue.data ?? []));
  return <Status tone="stop">Allergy: {words.join(', ')}</Status>;
}
