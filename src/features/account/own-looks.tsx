import { Checkbox } from '#src/ui/checkbox.tsx';
import { Field, FieldStack } from '#src/ui/field.tsx';
import { Segmented } from '#src/ui/segmented.tsx';
import { setLooks, useLooks } from '#src/ui/theme.ts';

/** How the screens look for whoever sits at this desk; kept in this browser. */
export function OwnLooks() {
  const looks = useLooks();
  return (
    <FieldStack>
      <Field label="Theme" group>
        <Segmented
          label="Theme"
          value={looks.theme}
          options={[
            { value: 'auto', label: 'As the system' },
            { value: 'light', label: 'Light' },
            { value: 'dark', label: 'Dark' },
          ]}
          onChange={(theme) => setLooks({ theme })}
        />
      </Field>
      <Field label="Rows" group>
        <Segmented
          label="Rows"
          value={looks.density}
          options={[
            { value: 'compact', label: 'Compact' },
            { value: 'comfortable', label: 'Comfortable' },
          ]}
          onChange={(density) => setLooks({ density })}
        />
      </Field>
      <Checkbox
        checked={looks.privacy}
        onChange={(privacy) => setLooks({ privacy })}
        label="Blur names"
        help="For a screen that others can see: names, phones and e-mails. Pointing at one shows it."
      />
    </FieldStack>
  );
}
