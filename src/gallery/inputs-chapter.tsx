import { useState } from 'react';

import { Checkbox } from '#src/ui/checkbox.tsx';
import { Combobox } from '#src/ui/combobox.tsx';
import { DateInput } from '#src/ui/date-input.tsx';
import { Field } from '#src/ui/field.tsx';
import { NumberInput } from '#src/ui/number-input.tsx';
import { PasswordInput } from '#src/ui/password-input.tsx';
import { RadioGroup } from '#src/ui/radio-group.tsx';
import { ScaleInput } from '#src/ui/scale-input.tsx';
import { SearchInput } from '#src/ui/search-input.tsx';
import { SelectInput } from '#src/ui/select-input.tsx';
import { Changed } from '#src/ui/status.tsx';
import { TextArea } from '#src/ui/text-area.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import { TimeInput } from '#src/ui/time-input.tsx';

import { BothThemes, Chapter, Specimen } from './specimen.tsx';

const INGREDIENTS = [
  { value: 'dexpanthenol', label: 'Dexpanthenol', hint: 'vitamin' },
  { value: 'biotin', label: 'Biotin', hint: 'vitamin' },
  { value: 'zinc', label: 'Zinc gluconate', hint: 'mineral' },
  { value: 'silica', label: 'Silica peptide serum', hint: 'cosmetic', disabled: true },
];
const CHANGE = [
  'much worse',
  'worse',
  'slightly worse',
  'no change',
  'slightly better',
  'better',
  'much better',
];
const LANGUAGES = [
  { value: 'pt', label: 'Portuguese' },
  { value: 'en', label: 'English' },
] as const;

function TextSpecimens() {
  const [name, setName] = useState('Helena Vasconcelos');
  const [born, setBorn] = useState('1985-03-03');
  const [from, setFrom] = useState('09:00');
  const [note, setNote] = useState('Prefers mornings.');
  const [search, setSearch] = useState('vasc');
  const [password, setPassword] = useState('demo-clinic');
  return (
    <Specimen name="Text" grid>
      <Field label="Name" required>
        <TextInput value={name} onChange={setName} />
      </Field>
      <Field label="Family name, any script" help="As on the ID card.">
        <TextInput value="محمد العبدالله" onChange={() => undefined} />
      </Field>
      <Field label="E-mail" optional>
        <TextInput
          type="email"
          icon="mail"
          value=""
          placeholder="name@example.org"
          onChange={() => undefined}
        />
      </Field>
      <Field label="Phone" error="This number is too short for Portugal. What you typed is kept.">
        <TextInput type="tel" icon="phone" value="912 55" onChange={() => undefined} />
      </Field>
      <Field label="Born" help="Typed as you like: 3/4/1985, 3 Apr 1985, 03041985.">
        <DateInput past value={born} onChange={setBorn} />
      </Field>
      <Field label="Born" error="February 1985 has 28 days. Type the date as on the ID card.">
        <DateInput past value="29/2/1985" onChange={() => undefined} />
      </Field>
      <Field label="Opens">
        <TimeInput value={from} onChange={setFrom} />
      </Field>
      <Field label="Opens" error="Type a time such as 9:00 or 17:30.">
        <TimeInput value="25:00" onChange={() => undefined} />
      </Field>
      <Field label="Note" optional>
        <TextArea value={note} onChange={setNote} />
      </Field>
      <Field label="Clinic number" disabled>
        <TextInput value="20418" onChange={() => undefined} />
      </Field>
      <Field label="Password">
        <PasswordInput value={password} onChange={setPassword} />
      </Field>
      <SearchInput label="Search this list" value={search} onChange={setSearch} />
    </Specimen>
  );
}

function NumberSpecimens() {
  const [volume, setVolume] = useState<number | string | null>(1.5);
  const [depth, setDepth] = useState<number | string | null>(2);
  return (
    <Specimen name="Numbers, units inside" grid>
      <Field label="Volume" aside={<Changed>was 2.0</Changed>}>
        <NumberInput unit="ml" decimals={2} value={volume} onChange={setVolume} />
      </Field>
      <Field label="Volume" error="Type a number, such as 1.5 or 1,5.">
        <NumberInput unit="ml" value="two" onChange={() => undefined} />
      </Field>
      <Field label="Depth">
        <NumberInput
          unit="mm"
          decimals={1}
          stepper={{ step: 0.5, min: 0.5, max: 13 }}
          value={depth}
          onChange={setDepth}
        />
      </Field>
      <div data-touch="">
        <Field label="Points, on touch">
          <NumberInput stepper={{ step: 1, min: 0 }} value={17} onChange={() => undefined} />
        </Field>
      </div>
    </Specimen>
  );
}

function ChoiceSpecimens() {
  const [language, setLanguage] = useState<'pt' | 'en' | null>('pt');
  const [ingredient, setIngredient] = useState<string | null>('biotin');
  const [contact, setContact] = useState('phone');
  const [isTicked, setTicked] = useState(true);
  return (
    <Specimen name="Choices" grid>
      <Field label="Language">
        <SelectInput
          value={language}
          onChange={setLanguage}
          options={LANGUAGES}
          placeholder="Choose"
        />
      </Field>
      <Field label="Language" error="Choose one of the options.">
        <SelectInput
          value={null}
          onChange={() => undefined}
          options={LANGUAGES}
          placeholder="Choose"
        />
      </Field>
      <Field label="Ingredient">
        <Combobox
          value={ingredient}
          onChange={setIngredient}
          options={INGREDIENTS}
          placeholder="Type to search"
          create={{ label: (query) => `Add “${query}”`, onCreate: () => undefined }}
        />
      </Field>
      <Field label="Contact by" group>
        <RadioGroup
          value={contact}
          onChange={setContact}
          options={[
            { value: 'phone', label: 'Phone' },
            { value: 'mail', label: 'E-mail', help: 'Not recorded for this patient' },
            { value: 'none', label: 'Not at all', disabled: true },
          ]}
        />
      </Field>
      <div>
        <Checkbox
          label="Identity and consent"
          help="Name, birth date · consent v5, 16 Sep"
          checked={isTicked}
          onChange={setTicked}
        />
        <Checkbox label="Scalp cleansed" checked={false} onChange={() => undefined} />
        <Checkbox label="Some of these" indeterminate checked={false} onChange={() => undefined} />
        <Checkbox label="Off" disabled checked onChange={() => undefined} />
      </div>
      <div data-touch="">
        <Checkbox
          label="Screening asked today"
          help="On touch: all as before, apixaban reviewed"
          checked
          onChange={() => undefined}
        />
        <Checkbox label="Syringe: clear, no particles" checked={false} onChange={() => undefined} />
      </div>
    </Specimen>
  );
}

function ScaleSpecimens() {
  const [pain, setPain] = useState<number | null>(3);
  const [change, setChange] = useState<number | null>(1);
  return (
    <Specimen name="Scales" grid>
      <Field label="Pain during" group aside={<Changed>was 5</Changed>}>
        <ScaleInput value={pain} onChange={setPain} ends={['none', 'worst']} clearable />
      </Field>
      <Field label="Patient global change" group>
        <ScaleInput
          min={-3}
          max={3}
          words={CHANGE}
          value={change}
          onChange={setChange}
          ends={['much worse', 'much better']}
        />
      </Field>
      <Field
        label="Photo global assessment"
        group
        error="Choose a number, or say it was not assessed."
      >
        <ScaleInput
          min={-3}
          max={3}
          words={CHANGE}
          value={null}
          onChange={() => undefined}
          ends={['much worse', 'much better']}
        />
      </Field>
    </Specimen>
  );
}

/** Every input in every state. */
export function InputsChapter() {
  return (
    <Chapter id="inputs" title="Fields and inputs">
      <BothThemes>
        {() => (
          <>
            <TextSpecimens />
            <NumberSpecimens />
            <ChoiceSpecimens />
            <ScaleSpecimens />
          </>
        )}
      </BothThemes>
    </Chapter>
  );
}
