import 'server-only';
import type { FigureKey, Measure } from '@/lib/domain/figure/figure';
import { keyText, type Origin } from '@/lib/domain/figure/origin';
import { labelOf, type PeriodKind } from '@/lib/domain/tree/period';
import { printFigure } from '@/lib/domain/figure/print';
import { readsDrafts, scopeSql, type Viewer } from '../database/access';
import { findCatalogue } from '../catalogue/catalogue';
import { db } from '../database/client';
import { figureColumns, figureOf, type FigureRow } from './figure-row';

/** Who entered, signed and approved each of these figures, as far as the viewer may read them; in the order of the keys. */
export async function findOrigins(viewer: Viewer, keys: FigureKey[]): Promise<Origin[]> {
  if (viewer.roles.length === 0 || keys.length === 0) return [];
  const { indicators } = await findCatalogue();
  const wanted = [
    ...new Map(keys.map((key) => [[key.unit, key.period, key.submission].join(' '), key])).values(),
  ];
  const rows = await db.$queryRaw<OriginRow[]>`
    SELECT ${figureColumns}, u."code" AS "unit", u."name" AS "unitName", u."lineage", p."code" AS "period", p."kind"::text AS "periodKind",
      to_char(p."from_month", 'YYYY-MM') AS "fromMonth", to_char(p."to_month", 'YYYY-MM') AS "toMonth",
      s."number" AS "submission", r."made_up" AS "madeUp", s."signed_at" IS NOT NULL AS "isSigned",
      h."name" AS "enteredBy", to_char(f."entered_at" AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS "enteredOn",
      signer."name" AS "signedBy", to_char(s."signed_at" AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS "signedOn",
      judge."name" AS "approvedBy", to_char(v."decided_at" AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS "approvedOn"
    FROM jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) AS k("unit" text, "period" text, "submission" int)
    JOIN "unit" u ON u."code" = k."unit" AND ${scopeSql(viewer)}
    JOIN "period" p ON p."code" = k."period"
    JOIN "report" r ON r."unit_id" = u."id" AND r."period_id" = p."id"
    JOIN "submission" s ON s."report_id" = r."id" AND s."number" = k."submission"
    JOIN "figure" f ON f."submission_id" = s."id" AND f."answer" = 'number'
    JOIN "person" h ON h."id" = f."entered_by_id"
    LEFT JOIN "person" signer ON signer."id" = s."signed_by_id"
    LEFT JOIN "review" v ON v."submission_id" = s."id" AND v."decision" = 'approved'
    LEFT JOIN "person" judge ON judge."id" = v."person_id"`;
  const origins = new Map<string, Origin>();
  for (const {
    unit,
    unitName,
    lineage,
    period,
    periodKind,
    fromMonth,
    toMonth,
    submission,
    isSigned,
    madeUp,
    enteredBy,
    enteredOn,
    signedBy,
    signedOn,
    approvedBy,
    approvedOn,
    ...figure
  } of rows) {
    const indicator = indicators.find(({ code }) => code === figure.indicator);
    if (!indicator || (!isSigned && !readsDrafts(viewer, lineage))) continue;
    const key = keyOf(unit, period, submission, figure);
    const label = labelOf(
      { code: period, kind: periodKind, from: fromMonth, to: toMonth },
      'zh-CN',
    );
    origins.set(keyText(key), {
      key,
      indicator: indicator.name,
      unit: unitName,
      period: label,
      text: printFigure(figureOf(figure), indicator),
      enteredBy,
      enteredOn,
      signedBy,
      signedOn,
      approvedBy,
      approvedOn,
      madeUp,
    });
  }
  return [...new Set(keys.map(keyText))].flatMap((key) => origins.get(key) ?? []);
}

type OriginRow = FigureRow & {
  unit: string;
  unitName: string;
  lineage: string;
  period: string;
  periodKind: PeriodKind;
  fromMonth: string;
  toMonth: string;
  submission: number;
  isSigned: boolean;
  madeUp: boolean;
  enteredBy: string;
  enteredOn: string;
  signedBy: string | null;
  signedOn: string | null;
  approvedBy: string | null;
  approvedOn: string | null;
};

function keyOf(
  unit: string,
  period: string,
  submission: number,
  { indicator, measure }: { indicator: string; measure: Measure },
): FigureKey {
  return { unit, period, indicator, submission, ...(measure === 'level' ? {} : { measure }) };
}
