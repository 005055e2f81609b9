import type { Ref } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { type Role, ROLE_LABELS, ROLES } from '#domain/staff/permissions.ts';
import { Checkbox } from '#src/ui/checkbox.tsx';
import { useGroupProps } from '#src/ui/field-context.ts';
import { FormField } from '#src/ui/form.tsx';

/** What the forms of staff hold in common. */
export type RoleValues = { name: string; roles: Role[]; isPrescriber: boolean; isOwner: boolean };

const WHAT_ROLES_DO: Record<Role, string> = {
  receptionist: 'Registers and finds patients. Sees nothing clinical.',
  practitioner: 'Keeps charts, recipes, sessions and outcomes.',
  manager: 'Keeps the settings and reads the outcomes. Sees no charts.',
};

function RoleBoxes({
  value,
  onChange,
  onBlur,
  ref,
}: {
  value: readonly Role[];
  onChange: (role: Role, isOn: boolean) => void;
  onBlur: () => void;
  ref: Ref<HTMLDivElement>;
}) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it only notices that the focus has left
    <div
      {...useGroupProps()}
      ref={ref}
      role="group"
      // Going from one box to the next does not leave the question.
      onBlur={({ currentTarget, relatedTarget }) =>
        !currentTarget.contains(relatedTarget) && onBlur()
      }
    >
      {ROLES.map((role) => (
        <Checkbox
          key={role}
          checked={value.includes(role)}
          label={ROLE_LABELS[role]}
          help={WHAT_ROLES_DO[role]}
          onChange={(isOn) => onChange(role, isOn)}
        />
      ))}
    </div>
  );
}

/** The roles of someone, and the credentials that go with them, of the form around it. */
export function RoleFields() {
  const form = useFormContext<RoleValues, unknown, RoleValues>();
  const roles = useWatch({ control: form.control, name: 'roles' });
  const toggle = (role: Role, isOn: boolean): Role[] => {
    // A credential goes with its role.
    if (!isOn && role === 'practitioner') form.setValue('isPrescriber', false);
    if (!isOn && role === 'manager') form.setValue('isOwner', false);
    return ROLES.filter((one) => (one === role ? isOn : roles.includes(one)));
  };
  return (
    <>
      <FormField form={form} name="roles" label="Roles" group help="One person may hold several.">
        {(bound) => (
          <RoleBoxes {...bound} onChange={(role, isOn) => bound.onChange(toggle(role, isOn))} />
        )}
      </FormField>
      {roles.includes('practitioner') && (
        <FormField form={form} name="isPrescriber" label="Prescriber" labelHidden group>
          {({ value, ...bound }) => (
            <Checkbox
              {...bound}
              checked={value}
              label="Prescriber"
              help="May decide against a stop that a check raises, with a reason."
            />
          )}
        </FormField>
      )}
      {roles.includes('manager') && (
        <FormField form={form} name="isOwner" label="Owner" labelHidden group>
          {({ value, ...bound }) => (
            <Checkbox
              {...bound}
              checked={value}
              label="Owner of the accounts"
              help="Invites people, changes their roles and deactivates them."
            />
          )}
        </FormField>
      )}
    </>
  );
}
