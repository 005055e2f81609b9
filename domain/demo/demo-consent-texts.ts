import type { ConsentSection } from '#domain/consents/consent-enums.ts';
import type { ConsentTemplate } from '#domain/consents/consent-template.ts';
import { addDays } from '#domain/shared/calendar-date.ts';
import { DEMO_STAFF, demoId } from './demo-clinic.ts';
import { momentAt } from './demo-days.ts';
import { DEMO_IDS, DEMO_KINDS } from './demo-ids.ts';

const ENGLISH: Record<ConsentSection, string> = {
  diagnosis:
    'We have told you what we found on your scalp, how sure we are of it, and what else it could be.',
  evidence:
    'What is published on mesotherapy for hair is disputed: some studies report a change, some do not, and people improve without an active ingredient too. Nobody can promise you a result. If there is one it may go again without further sessions.',
  alternatives:
    'You may do nothing. There are licensed medicines to put on the scalp or to swallow, and there is surgery. Ask us what each would mean for you.',
  ingredients:
    'Your practitioner has named each ingredient of your mixture, and which of them is used outside its licence or is mixed for you.',
  harms:
    'Often: redness, swelling, bruises, itching and pain for some days. Seldom: infection, also weeks later, allergy, scars, lumps, patches without hair that may stay. It may also change nothing.',
  pregnancy_and_tests:
    'Tell us each time whether you are pregnant, could be, or want to be. Some ingredients must not be injected then, and rule out giving blood for six months. Some change blood tests: tell the laboratory.',
  sessions_and_cost:
    'We plan your sessions and their price together and write them down for you. You pay only for sessions you had.',
  aftercare:
    'You get a sheet that says what to do afterwards. At any hour you reach us at the number on it. With trouble breathing, collapse or a swollen face call 112.',
  photos:
    'Photos of your scalp are kept with your record if you agree. Teaching and publicity are two further choices of their own. You may withdraw each at any time.',
  data_use:
    'Without your name, your course may be counted in the charts with which this clinic looks at its own work.',
  right_to_stop: 'You may stop at any time and need not say why.',
};

const PORTUGUESE: Record<ConsentSection, string> = {
  diagnosis:
    'Explicámos o que encontrámos no seu couro cabeludo, com que certeza, e o que mais poderia ser.',
  evidence:
    'O que está publicado sobre mesoterapia capilar é controverso. Ninguém lhe pode prometer um resultado; se houver, pode perder-se sem novas sessões.',
  alternatives:
    'Pode não fazer nada. Há medicamentos autorizados, para aplicar ou tomar, e há cirurgia. Pergunte-nos o que cada um significaria para si.',
  ingredients:
    'Foi-lhe dito cada ingrediente da sua mistura, e quais são usados fora da sua autorização ou preparados para si.',
  harms:
    'Frequente: vermelhidão, inchaço, nódoas negras, comichão e dor durante alguns dias. Raro: infeção, também semanas depois, alergia, cicatrizes, nódulos, zonas sem cabelo que podem ficar. Pode também não mudar nada.',
  pregnancy_and_tests:
    'Diga-nos de cada vez se está, pode estar ou quer ficar grávida. Alguns ingredientes não se injetam então e impedem a dádiva de sangue durante seis meses. Alguns alteram análises.',
  sessions_and_cost: 'Planeamos consigo as sessões e o preço, e damos-lhe tudo por escrito.',
  aftercare:
    'Recebe uma folha com o que fazer depois e um número para qualquer hora. Com falta de ar, colapso ou cara inchada ligue 112.',
  photos:
    'As fotografias ficam no seu processo se concordar. Ensino e publicidade são duas escolhas à parte. Pode retirar cada uma a qualquer momento.',
  data_use: 'Sem o seu nome, o seu tratamento pode contar nos gráficos desta clínica.',
  right_to_stop: 'Pode parar a qualquer momento sem dizer porquê.',
};

const manager = DEMO_STAFF.find(({ isOwner }) => isOwner)?.id ?? '';

/** The consent texts of the demo clinic: two in use, and the next edition of one being written. */
export function demoConsentTexts(today: string): ConsentTemplate[] {
  const at = (weeks: number): string => momentAt(addDays(today, -7 * weeks), 11 * 60);
  const text = (
    number: number,
    language: string,
    sections: Record<ConsentSection, string>,
  ): ConsentTemplate => ({
    id: demoId(DEMO_KINDS.consentTemplate, number),
    version: 2,
    name: 'Mesotherapy of the scalp',
    language,
    edition: 1,
    sections,
    status: 'approved',
    authorId: DEMO_IDS.practitioner,
    approvedBy: manager,
    approvedAt: at(109),
    createdAt: at(110),
    updatedAt: at(109),
  });
  const draft: ConsentTemplate = {
    ...text(2, 'en', {
      ...ENGLISH,
      aftercare: `${ENGLISH.aftercare} Do not swim for three days.`,
    }),
    version: 1,
    edition: 2,
    status: 'draft',
    approvedBy: null,
    approvedAt: null,
    createdAt: at(1),
    updatedAt: at(1),
  };
  return [text(1, 'en', ENGLISH), draft, text(3, 'pt', PORTUGUESE)];
}
