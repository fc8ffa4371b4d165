// The description of the interface (OpenAPI 3.1), made from the same forms that read what is sent and shape what is
// answered.
import { STATUS_CODES } from 'node:http';
import { createTranslator } from 'next-intl';
import { z } from 'zod';
import { callsPerMinute, refusalsPerMinute } from '@/lib/data/people/callers';
import type { Locale } from '@/lib/i18n/locales';
import { messages } from '@/lib/i18n/messages';
import type { Operation } from './operation';
import { operations } from './operations/all';
import { named, problem } from './schemas';

type Json = { [name: string]: unknown };
export type Parameter = {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  description: string;
  schema: Json;
  example?: unknown;
};
export type Described = {
  operationId: string;
  summary: string;
  description: string;
  parameters: Parameter[];
  requestBody?: Json;
  responses: Record<string, Json>;
};
export type Description = {
  openapi: string;
  info: Json;
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, Json> } & Json;
};

/** Statuses of problems that every call has. */
const always = [401, 403, 429] as const;

/** The description, in words of the language asked for. */
export function describe(locale: Locale): Description {
  const t = createTranslator({ locale, messages: messages[locale], namespace: 'api' });
  const paths: Description['paths'] = {};
  for (const operation of operations)
    (paths[operation.path] ??= {})[operation.method.toLowerCase()] = describeOne(operation, locale);
  return {
    openapi: '3.1.0',
    info: {
      title: t('title'),
      version: '1',
      description: t('description', {
        calls: String(callsPerMinute),
        refused: String(refusalsPerMinute.fromAddress),
      }),
    },
    security: [{ token: [] }],
    paths,
    components: {
      schemas: schemasOf(locale),
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: t('tokenText') } },
    },
  } as Description;
}

/** Statuses that a call can be answered with, as the description has them. */
export const statusesOf = ({ method, answers, problems }: Operation): number[] =>
  [
    ...Object.keys(answers).map(Number),
    ...(method === 'GET' ? [304] : []),
    ...problems,
    ...always,
  ].sort((a, b) => a - b);

function describeOne(operation: Operation, locale: Locale): Described {
  const t = createTranslator({ locale, messages: messages[locale], namespace: 'api' });
  const { id, answers, body } = operation;
  const said = (status: number) =>
    (status === 304 ? t('statuses.304') : STATUS_CODES[status]) ?? '';
  const responses = statusesOf(operation).map((status): [string, Json] => {
    const schema = answers[status as 200 | 201];
    if (status === 304) return ['304', { description: said(status) }];
    const content = schema
      ? { 'application/json': { schema: refTo(schema) } }
      : { 'application/problem+json': { schema: refTo(problem) } };
    return [
      String(status),
      {
        description: schema
          ? t(`operations.${id}.answer`)
          : t(`statuses.${String(status) as '401'}`),
        content,
      },
    ];
  });
  return {
    operationId: id,
    summary: t(`operations.${id}.summary`),
    description: t(`operations.${id}.text`),
    parameters: [
      ...parametersOf('path', operation.params, locale),
      ...parametersOf('query', operation.query, locale),
      ...(operation.headers ?? []).map((name): Parameter => ({
        name,
        in: 'header',
        required: true,
        description: t(`parameters.${name}`),
        schema: { type: 'string', minLength: 1, maxLength: 100 },
      })),
    ],
    ...(body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: refTo(body.schema) } },
      },
    }),
    responses: {
      ...Object.fromEntries(responses),
      default: {
        description: t('statuses.default'),
        content: { 'application/problem+json': { schema: refTo(problem) } },
      },
    },
  };
}

function parametersOf(place: 'path' | 'query', form: z.ZodObject, locale: Locale): Parameter[] {
  const t = createTranslator({ locale, messages: messages[locale], namespace: 'api' });
  const { properties = {}, required = [] } = z.toJSONSchema(form, { io: 'input' }) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { example, ...schema }]) => ({
    name,
    in: place,
    required: required.includes(name),
    description: t(`parameters.${name as 'unit'}`),
    schema,
    ...(example !== undefined && { example }),
  }));
}

const refTo = (schema: z.ZodType): Json => ({ $ref: address(named.get(schema)!.id) });
const address = (id: string): string => `#/components/schemas/${id}`;

/** The named forms, each field with its meaning. */
function schemasOf(locale: Locale): Record<string, Json> {
  const { schemas } = z.toJSONSchema(named, { uri: address, io: 'input' }) as {
    schemas: Record<string, Json>;
  };
  const fields = messages[locale].api.fields as Record<string, string>;
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $id: _id, $schema: _schema, ...schema }]) => [
      id,
      explain(schema, fields) as Json,
    ]),
  );
}

function explain(schema: unknown, fields: Record<string, string>): unknown {
  if (Array.isArray(schema)) return schema.map((one) => explain(one, fields));
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([name, value]) => {
      if (name !== 'properties') return [name, explain(value, fields)];
      const properties = Object.entries(value as Record<string, Json>).map(([field, form]) => {
        const explained = explain(form, fields) as Json;
        return [field, fields[field] ? { ...explained, description: fields[field] } : explained];
      });
      return [name, Object.fromEntries(properties)];
    }),
  );
}
