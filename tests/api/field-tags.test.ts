import { expect, test } from 'vitest';
import type * as z from 'zod/mini';
import { fieldTag, type FieldTag } from '#domain/shared/field-tags.ts';
import { operationsOf } from '#server/http/openapi.ts';
import { openTestClinic } from '#tests/support/test-clinic.ts';
import { type Column, PERMISSIONS } from './permissions-table.ts';

type Field = { path: string; tag: FieldTag | undefined };

/** Every leaf field of an answer's schema, with the nearest tag on its way. */
function fieldsOf(schema: z.core.$ZodType, path = '', tag?: FieldTag): Field[] {
  const own = fieldTag(schema) ?? tag;
  const def = (schema as z.core.$ZodTypes)._zod.def;
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape).flatMap(([name, field]) =>
        fieldsOf(field, `${path}.${name}`, own),
      );
    case 'array':
      return fieldsOf(def.element, `${path}[]`, own);
    case 'nullable':
    case 'optional':
    case 'default':
      return fieldsOf(def.innerType, path, own);
    case 'record':
      return fieldsOf(def.valueType, `${path}{}`, own);
    case 'union':
      return def.options.flatMap((option) => fieldsOf(option, path, own));
    default:
      return [{ path, tag: own }];
  }
}

/** What a page wraps its items in is the same for everyone. */
const ENVELOPE = new Set(['.nextCursor', '.total']);

/** Answers to roles that see no charts whose clinical part is null for them; their own tests hold that. */
const EMPTIED_FOR_MANAGERS = new Set([
  'listResponderPatients',
  'listReportPatients',
  'listUnsignedSessions',
  'getChanges',
]);

const holdersOf = (id: string): readonly Column[] => PERMISSIONS[id] ?? [];

test('every field of every answer is tagged by who it is for', async () => {
  const { app } = await openTestClinic();
  for (const operation of operationsOf(app)) {
    if ('mediaType' in operation.response) continue;
    const untagged = fieldsOf(operation.response).filter(
      ({ path, tag }) => tag === undefined && !ENVELOPE.has(path),
    );
    expect(untagged, operation.id).toEqual([]);
  }
});

test('the tags are found: the chart holds clinical fields, the list of patients only desk fields', async () => {
  const { app } = await openTestClinic();
  const tagsOf = (id: string) => {
    const operation = operationsOf(app).find((one) => one.id === id);
    if (!operation || 'mediaType' in operation.response) throw new Error(`No JSON operation ${id}`);
    return fieldsOf(operation.response)
      .filter(({ path }) => !ENVELOPE.has(path))
      .map(({ tag }) => tag);
  };
  expect(tagsOf('getPatientChart')).toContain('clinical');
  expect(new Set(tagsOf('listPatients'))).toEqual(new Set(['desk']));
});

test('no operation open to reception or managers answers a clinical field', async () => {
  const { app } = await openTestClinic();
  for (const operation of operationsOf(app)) {
    if ('mediaType' in operation.response || EMPTIED_FOR_MANAGERS.has(operation.id)) continue;
    const others = holdersOf(operation.id).filter((who) => who !== 'practitioner');
    if (others.length === 0) continue;
    const clinical = fieldsOf(operation.response).filter(({ tag }) => tag === 'clinical');
    expect(clinical, operation.id).toEqual([]);
  }
});
