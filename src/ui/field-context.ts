import { createContext, use } from 'react';

/** What a field tells the input inside it. */
export type FieldWiring = {
  id: string;
  labelId: string;
  describedBy: string | undefined;
  invalid: boolean;
  required: boolean;
  disabled: boolean;
};

/** Filled by Field, read by every input. */
export const FieldContext = createContext<FieldWiring | null>(null);

/** The attributes a single native control takes from the field around it. */
export function useControlProps() {
  const field = use(FieldContext);
  return {
    id: field?.id,
    disabled: field?.disabled,
    'aria-describedby': field?.describedBy,
    'aria-invalid': field?.invalid || undefined,
    'aria-required': field?.required || undefined,
  };
}

/** The attributes a group of controls takes from the field around it. */
export function useGroupProps() {
  const field = use(FieldContext);
  return {
    id: field?.id,
    tabIndex: -1,
    'aria-labelledby': field?.labelId,
    'aria-describedby': field?.describedBy,
    'aria-invalid': field?.invalid || undefined,
    'aria-required': field?.required || undefined,
  };
}
