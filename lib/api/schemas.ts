// What the interface answers. Handlers, description and the test that holds them together are made from these.
import { z } from 'zod';
import { longestNote } from '@/lib/domain/entry/figure-edit';
import { unitLevels } from '@/lib/domain/tree/unit';

/** Names under which a form stands in the description. */
export const named = z.registry<{ id: string }>();
const name = <S extends z.ZodType>(id: string, schema: S): S => {
  named.add(schema, { id });
  return schema;
};

const code = z.string();
const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);
const month = z.string().regex(/^\d{4}-\d{2}$/);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const moment = z.iso.datetime();
const count = z.int().min(0).max(1_000_000_000);
const qualifier = z.enum(['', '近', '约', '余', '多', '超', '以上', '左右']);
const measure = z.enum([
  'level',
  'growth',
  'average_growth',
  'gross_new',
  'net_increase',
  'target',
  'limit',
]);
const periodKind = z.enum(['year', 'part_year', 'term']);
const next = z.string().nullable();

const unit = name(
  'Unit',
  z.strictObject({
    code,
    name: z.string(),
    nameEn: z.string(),
    level: z.enum(unitLevels),
    kind: z.enum(['federation', 'industry', 'zone', 'enterprise']),
    parent: code.nullable(),
    validFrom: day,
    validTo: day.nullable(),
    countedElsewhere: z.boolean(),
  }),
);
export const unitPage = name('UnitPage', z.strictObject({ items: z.array(unit), next }));

const period = name(
  'Period',
  z.strictObject({
    code,
    kind: periodKind,
    from: month,
    to: month,
    opensAt: moment,
    dueAt: moment,
    lateUntil: moment,
    closesAt: moment,
  }),
);
export const periodPage = name('PeriodPage', z.strictObject({ items: z.array(period), next }));

const indicator = name(
  'Indicator',
  z.strictObject({
    code,
    name: z.string(),
    nameEn: z.string(),
    section: code,
    sectionName: z.string(),
    unitOfMeasure: z.string(),
    nature: z.enum(['stock', 'flow', 'ratio', 'streak', 'standard', 'rank']),
    direction: z.enum(['up', 'down', 'neutral']),
    core: z.boolean(),
    partOf: code.nullable(),
    numerator: code.nullable(),
    denominator: code.nullable(),
    definition: z.string(),
    aliases: z.array(z.string()),
  }),
);
export const indicatorPage = name(
  'IndicatorPage',
  z.strictObject({ items: z.array(indicator), next }),
);

const figure = name(
  'Figure',
  z.strictObject({
    unit: code,
    period: code,
    indicator: code,
    measure,
    submission: count,
    answer: z.enum(['blank', 'number', 'not_applicable', 'not_available']),
    value: decimal.nullable(),
    unitOfMeasure: z.string(),
    printed: z.string(),
    qualifier,
    baseYear: z.int().min(1900).max(2200).nullable(),
    asOf: z.string().nullable(),
    from: z.string().nullable(),
    scopeNote: z.string().nullable(),
    note: z.string().nullable(),
    madeUp: z.boolean(),
    signedAt: moment,
    approvedAt: moment,
  }),
);
export const figurePage = name('FigurePage', z.strictObject({ items: z.array(figure), next }));

const source = name(
  'Source',
  z.strictObject({ unit: code, period: code, indicator: code, submission: count, measure }),
);
const segment = name(
  'Segment',
  z.strictObject({
    text: z.string(),
    sources: z.array(source),
    computed: z.strictObject({ kind: z.string(), formula: z.string() }).nullable(),
    ownWords: z.boolean(),
  }),
);
const paragraph = name(
  'Paragraph',
  z.strictObject({
    kind: z.enum(['title', 'heading', 'body']),
    section: code.nullable(),
    sentences: z.array(
      z.strictObject({ id: z.string().nullable(), text: z.string(), segments: z.array(segment) }),
    ),
  }),
);
export const summary = name(
  'Summary',
  z.strictObject({
    unit: code,
    period: code,
    title: z.string(),
    edition: z.strictObject({ number: count, issuedAt: moment, hash: z.string() }).nullable(),
    cautions: z.array(z.enum(['draft', 'unapproved', 'made-up'])),
    keyPoints: z.array(paragraph),
    paragraphs: z.array(paragraph),
    explanations: z.array(
      z.strictObject({
        indicators: z.array(code),
        text: z.string(),
        sumBelow: z.string().nullable(),
      }),
    ),
  }),
);

const total = name(
  'Total',
  z.strictObject({
    value: decimal.nullable(),
    printed: z.string().nullable(),
    qualifier,
    units: count,
    otherDate: count,
    why: z.enum(['not-summable', 'nothing-reported', 'nothing-to-divide-by']).nullable(),
  }),
);
const completeness = name(
  'Completeness',
  z.strictObject({ period: code, expected: count, reported: count, missing: z.array(code) }),
);
export const rollUp = name(
  'RollUp',
  z.strictObject({
    unit: code,
    period: code,
    basis: z.enum(['then', 'today']),
    standing: z.enum(['submitted', 'approved']),
    completeness,
    previous: completeness.nullable(),
    totals: z.array(
      z.strictObject({
        indicator: code,
        unitOfMeasure: z.string(),
        total,
        previous: total.nullable(),
        comparable: z.array(total).max(2),
      }),
    ),
  }),
);

const proposed = {
  indicator: z.string().regex(/^[0-9A-Za-z]{1,20}$/, 'bad-indicator-code'),
  note: z.string().max(longestNote).optional(),
};
const proposedFigure = name(
  'ProposedFigure',
  z.union([
    z.strictObject({
      ...proposed,
      value: z
        .string()
        .max(40)
        .regex(/^-?\d{1,24}(\.\d{1,12})?$/, 'bad-value'),
    }),
    z.strictObject({ ...proposed, answer: z.enum(['not_applicable', 'not_available']) }),
  ]),
);
export const proposalBody = name(
  'NewProposal',
  z.strictObject({ figures: z.array(proposedFigure).min(1).max(500) }),
);
const verdict = z.strictObject({ indicator: code, verdict: z.literal('accepted') });
const proposal = {
  id: z.uuid(),
  unit: code,
  period: code,
  submission: count,
  madeAt: moment,
  state: z.enum(['waiting', 'taken', 'refused', 'lapsed']),
};
export const proposalMade = name(
  'ProposalMade',
  z.strictObject({ ...proposal, figures: z.array(verdict) }),
);
export const proposalState = name(
  'Proposal',
  z.strictObject({ ...proposal, decidedAt: moment.nullable(), count }),
);

export const problem = name(
  'Problem',
  z.strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int().min(400).max(599),
    code: z.string(),
    detail: z.string(),
    faults: z
      .array(z.strictObject({ field: z.string(), code: z.string(), message: z.string() }))
      .optional(),
    number: z.string().optional(),
  }),
);
