// The checks of an offline form worked out by LibreOffice: it says of each what evaluateChecks says.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { evaluateChecks } from '@/lib/domain/checks/checks';
import type { Figure } from '@/lib/domain/figure/figure';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import { readFigure } from '@/lib/domain/figure/read';
import { writeOfflineForm } from './offline-form';
import { standardCatalogue as catalogue } from '@/prisma/catalogue/standard-catalogue';

const folder = mkdtempSync(join(tmpdir(), 'gongbao-offline-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function figureOf(typed: string, indicator: Indicator): Figure & { revision: number } {
  const read = readFigure(typed, indicator);
  if (!read.ok || read.answer !== 'number') throw new Error(`${typed} should be a number`);
  return {
    indicator: indicator.code,
    measure: 'level',
    answer: 'number',
    value: read.value,
    shown: read.shown,
    qualifier: '',
    baseYear: null,
    asOf: null,
    from: null,
    scopeNote: null,
    note: null,
    revision: 1,
  };
}

test('every check fails in the spreadsheet where it fails here', async () => {
  // Every fifth is blank; the others go up and down, so that about half of the checks fail. Text with commas is read
  // too.
  const rows = catalogue.indicators.map((indicator, at) => ({
    indicator,
    figure:
      at % 5 === 0
        ? null
        : figureOf(
            indicator.unit === '%'
              ? `${(at * 37) % 100}.5%`
              : at % 7 === 0
                ? `${1 + (at % 9)},${100 + ((at * 31) % 900)}`
                : String((at * 7919) % 997),
            indicator,
          ),
    previous: at % 3 === 0 ? null : figureOf(String((at * 101) % 97), indicator),
    isAsked: indicator.core,
  }));
  const valuesOf = (figures: (Figure | null)[]) =>
    new Map(
      figures.flatMap((figure) =>
        figure?.value ? [[figure.indicator, figure.value] as const] : [],
      ),
    );
  const failing = new Set(
    evaluateChecks(
      catalogue.checks,
      valuesOf(rows.map(({ figure }) => figure)),
      valuesOf(rows.map(({ previous }) => previous)),
    ).map(({ check }) => check.code),
  );
  const bytes = await writeOfflineForm({
    reportId: 'r',
    submission: 1,
    unit: '甲',
    period: '2021年',
    sections: catalogue.sections,
    rows,
    checks: catalogue.checks,
  });
  const parts = unzipSync(bytes);
  // Taken out is what the formulas came to, so that they have to be worked out.
  for (const name of Object.keys(parts).filter((part) =>
    /^xl\/worksheets\/sheet\d+\.xml$/.test(part),
  ))
    parts[name] = strToU8(strFromU8(parts[name]!).replace(/(<\/f>)<v>[^<]*<\/v>/g, '$1'));
  writeFileSync(join(folder, 'form.xlsx'), zipSync(parts));
  // The last number is the sheet: 2, the checks.
  execFileSync(
    process.env.SOFFICE_PATH ?? 'soffice',
    [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,false,false,false,false,2',
      '--outdir',
      folder,
      join(folder, 'form.xlsx'),
    ],
    { stdio: 'ignore' },
  );
  const lines = readFileSync(join(folder, 'form-审核关系.csv'), 'utf8').trim().split('\n').slice(1);
  expect(lines.map((line) => /TRUE|1$/.test(line.split('\t').at(-1)!))).toEqual(
    catalogue.checks.map(({ code }) => failing.has(code)),
  );
  expect(failing.size).toBeGreaterThan(50);
  expect(failing.size).toBeLessThan(catalogue.checks.length - 50);
});
