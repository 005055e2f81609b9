import * as z from 'zod/mini';

/** Who a field is for. Source: PRODUCT.md, "Who may do what". */
export type FieldTag = 'desk' | 'clinical' | 'admin';

const tags = new WeakMap<z.core.$ZodType, FieldTag>();

function tagged<S extends z.core.$ZodType>(schema: S, tag: FieldTag): S {
  // A clone, so that one shared schema may be a desk field here and a clinical one there.
  const copy = z.core.clone(schema);
  tags.set(copy, tag);
  return copy;
}

/** A field reception, practitioners and managers may see: identity, contact, appointments. */
export const desk = <S extends z.core.$ZodType>(schema: S): S => tagged(schema, 'desk');

/** A field only the care team (practitioners) may see. */
export const clinical = <S extends z.core.$ZodType>(schema: S): S => tagged(schema, 'clinical');

/** A field of running the clinic: accounts, settings, audit. */
export const admin = <S extends z.core.$ZodType>(schema: S): S => tagged(schema, 'admin');

/** The tag a field schema was given, or undefined if it has none (an error in a resource schema). */
export const fieldTag = (schema: z.core.$ZodType): FieldTag | undefined => tags.get(schema);
