import * as z from 'zod/mini';

/** How many items one page holds unless asked otherwise, and at most. */
const PAGE_LIMIT = { usual: 50, most: 200 } as const;

/** The query fields every list takes; `cursor` is what the page before answered as `nextCursor`. */
export const pageQuery = {
  limit: z._default(
    z.coerce
      .number('The limit is a whole number.')
      .check(z.int('The limit is a whole number.'), z.minimum(1), z.maximum(PAGE_LIMIT.most)),
    PAGE_LIMIT.usual,
  ),
  cursor: z.optional(z.string().check(z.maxLength(1000))),
};

/** The answer of a list: items, where the next page begins (null on the last) and, if asked for, the total. */
export const pageOf = <S extends z.core.$ZodType>(item: S) =>
  z.strictObject({
    items: z.array(item),
    nextCursor: z.nullable(z.string()),
    total: z.optional(z.int().check(z.minimum(0))),
  });

/** One page of a list, as a type. */
export type Page<T> = { items: T[]; nextCursor: string | null; total?: number | undefined };
