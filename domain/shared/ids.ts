import * as z from 'zod/mini';

/** The identifier of a record: a UUID in its lower-case text form. */
export const id = z.uuid('This is not the number of a record.');

/** The version a record was read at; each change adds one. Its ETag is `"<version>"`. */
export const version = z.int().check(z.minimum(1));
