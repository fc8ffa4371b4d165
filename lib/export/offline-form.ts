// A report as a workbook for a computer without connection: one form, what stands in it, and the checks that must hold.
import { evaluateChecks, type Values } from '@/lib/domain/checks/checks';
import type { Figure } from '@/lib/domain/figure/figure';
import type { Check, Indicator, Section } from '@/lib/domain/catalogue/indicator';
import { multiply } from '@/lib/domain/figure/number';
import { fieldUnit, offlineText, type HandedOut } from '@/lib/domain/entry/offline-form';
import { messages } from '@/lib/i18n/messages';
import { failFormula } from './check-formula';
import { writeXlsx, type Cell, type WriteSheet } from './excel/hucre';
import { fillOf, inputCell, styles, text, valueFormula } from './offline-cells';
import {
  fingerprintMark,
  fingerprintSheet,
  offlineColumns as at,
  offlineHead,
} from './offline-layout';

const { form: words } = messages['zh-CN'].imports;

export type OfflineForm = {
  reportId: string;
  submission: number;
  unit: string;
  period: string;
  sections: Section[];
  rows: {
    indicator: Indicator;
    figure: (Figure & { revision: number }) | null;
    previous: Figure | null;
    isAsked: boolean;
  }[];
  /** Those that must hold; others are checked when the form is read back. */
  checks: Check[];
};

/** The offline form as an .xlsx file: everything but the input cells is protected, without a password. */
export async function writeOfflineForm(form: OfflineForm): Promise<Uint8Array> {
  const title = words.title.replace('{unit}', form.unit).replace('{period}', form.period);
  return writeXlsx({
    sheets: [formSheet(form, title), checksSheet(form), hiddenSheet(form)],
    properties: { title },
    defaultFont: { name: '宋体', size: 11 },
    workbookProtection: { lockStructure: true },
  });
}

/** The sheet's lines: a section's name, or a field. */
function linesOf({ sections, rows }: OfflineForm) {
  return sections.flatMap((section) => {
    const fields = rows.filter(({ indicator }) => indicator.section === section.code);
    return fields.length === 0
      ? []
      : [{ section, field: null }, ...fields.map((field) => ({ section, field }))];
  });
}

function valueCells(form: OfflineForm): Map<string, string> {
  return new Map(
    linesOf(form).flatMap(({ field }, place) =>
      field
        ? [[field.indicator.code, `${words.sheet}!$H$${offlineHead + place + 1}`] as const]
        : [],
    ),
  );
}

function formSheet(form: OfflineForm, title: string): WriteSheet {
  const lines = linesOf(form);
  const last = offlineHead + lines.length;
  return {
    name: words.sheet,
    cells: new Map([...headCells(form, title), ...lineCells(form, lines)]),
    rows: Array.from({ length: last }, () => []),
    columns: [9, 40, 8, 14, 18, 30, 26, 10].map((width, column) => ({
      width,
      hidden: column === at.value,
    })),
    merges: [0, 1, 2].map((row) => ({
      startRow: row,
      startCol: 0,
      endRow: row,
      endCol: at.verdict,
    })),
    rowDefs: new Map([
      [0, { height: 30 }],
      [2, { height: 48 }],
    ]),
    freezePane: { rows: offlineHead, columns: 2 },
    protection: { sheet: true, formatColumns: false, formatRows: false },
    dataValidations: lines.flatMap(({ field }, place) =>
      field ? [{ ...offered, range: `E${offlineHead + place + 1}` }] : [],
    ),
    conditionalRules: [
      { verdict: words.failing, fill: 'F8D7DA', font: { color: { rgb: '9B1C1C' } } },
      { verdict: words.missing, fill: 'FFF3CD', font: undefined },
    ].map(({ verdict, fill, font }, place) => ({
      type: 'expression' as const,
      priority: place + 1,
      formula: `$G${offlineHead + 1}="${verdict}"`,
      style: { fill: fillOf(fill), ...(font && { font }) },
      range: `E${offlineHead + 1}:E${last}`,
    })),
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$${offlineHead}:$${offlineHead}`,
    },
  };
}

/** What a cell offers besides a number. */
const offered = {
  type: 'list' as const,
  values: ['不适用', '无法取得'],
  allowBlank: true,
  showErrorMessage: false,
  showInputMessage: false,
};

type PlacedCell = [place: string, cell: Partial<Cell>];

function headCells(form: OfflineForm, title: string): PlacedCell[] {
  const whose = words.whose
    .replace('{unit}', form.unit)
    .replace('{period}', form.period)
    .replace('{number}', String(form.submission));
  const heads = [
    words.code,
    words.name,
    words.unit,
    words.previous,
    words.typed,
    words.note,
    words.verdict,
    words.value,
  ];
  return [
    ['0,0', text(title, styles.title)],
    ['1,0', text(whose, styles.words)],
    ['2,0', text(words.advice, styles.words)],
    ...heads.map((head, column): PlacedCell => [`3,${column}`, text(head, styles.head)]),
  ];
}

function lineCells(form: OfflineForm, lines: ReturnType<typeof linesOf>): PlacedCell[] {
  const failing = failingRows(form);
  return lines.flatMap(({ section, field }, place) => {
    const row = offlineHead + place;
    if (field) return fieldCells(field, row, failing.get(field.indicator.code));
    return Array.from({ length: at.verdict + 1 }, (_, column): PlacedCell => [
      `${row},${column}`,
      text(column === at.name ? section.name : '', styles.section),
    ]);
  });
}

/** The cells of one indicator. `rules`: cells that say TRUE where a check that looks at it fails. */
function fieldCells(
  { indicator, figure, previous, isAsked }: OfflineForm['rows'][number],
  row: number,
  rules: string[] | undefined,
): PlacedCell[] {
  const typed = offlineText(figure, indicator);
  const [input, value] = [`$E${row + 1}`, valueOf(figure)];
  const asked = isAsked ? `IF(TRIM(${input})="","${words.missing}","")` : '""';
  const cells: [column: number, cell: Partial<Cell>][] = [
    [at.code, text(indicator.code, styles.body)],
    [at.name, text(indicator.name, styles.body)],
    [at.unit, text(fieldUnit(indicator), styles.body)],
    [at.previous, text(offlineText(previous, indicator), styles.number)],
    [at.typed, inputCell(typed, indicator)],
    [at.note, text(figure?.note ?? '', styles.note)],
    [
      at.verdict,
      {
        value: '',
        type: 'formula',
        formula: rules ? `IF(OR(${rules.join(',')}),"${words.failing}",${asked})` : asked,
        formulaResult: isAsked && typed === '' ? words.missing : '',
        style: styles.body,
      },
    ],
    [
      at.value,
      {
        value: value ?? '',
        type: 'formula',
        formula: valueFormula(input, indicator),
        formulaResult: value === null ? '' : Number(value),
        style: styles.body,
      },
    ],
  ];
  return cells.map(([column, cell]) => [`${row},${column}`, cell]);
}

/** Cells of the sheet of checks that say TRUE where one fails, by the indicators to look at. */
function failingRows({ checks }: OfflineForm): Map<string, string[]> {
  const rows = new Map<string, string[]>();
  checks.forEach((check, place) => {
    const codes = check.marks?.length
      ? check.marks
      : [...check.left, ...check.right].flatMap(({ code, period }) =>
          code !== null && period === 0 ? [code] : [],
        );
    for (const code of new Set(codes))
      rows.set(code, [...(rows.get(code) ?? []), `${words.checks}!$B$${place + 2}`]);
  });
  return rows;
}

function checksSheet(form: OfflineForm): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  const places = valueCells(form);
  const [current, previous] = [
    valuesOf(form.rows.map(({ figure }) => figure)),
    valuesOf(form.rows.map((row) => row.previous)),
  ];
  const failing = new Set(
    evaluateChecks(form.checks, current, previous).map(({ check }) => check.code),
  );
  [words.check, words.fails].forEach((head, column) =>
    cells.set(`0,${column}`, text(head, styles.head)),
  );
  form.checks.forEach((check, place) => {
    cells.set(`${place + 1},0`, text(check.note, styles.body));
    const fails = failing.has(check.code);
    cells.set(`${place + 1},1`, {
      value: fails,
      type: 'formula',
      formula: failFormula(check, (code) => places.get(code) ?? null, previous),
      formulaResult: fails,
      style: styles.check,
    });
  });
  const last = form.checks.length + 1;
  return {
    name: words.checks,
    cells,
    rows: Array.from({ length: last }, () => []),
    columns: [{ width: 90 }, { width: 12 }],
    freezePane: { rows: 1 },
    protection: { sheet: true },
    conditionalRules:
      last > 1
        ? [
            {
              type: 'expression',
              priority: 1,
              formula: '$B2=TRUE',
              style: { fill: fillOf('F8D7DA'), font: { color: { rgb: '9B1C1C' } } },
              range: `A2:B${last}`,
            },
          ]
        : [],
  };
}

/** What the form was made of, for the day it comes back. */
function hiddenSheet({ reportId, submission, rows }: OfflineForm): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  const all = [
    [fingerprintMark, reportId, String(submission)],
    ...rows.map(({ indicator, figure }): string[] => {
      const cell: HandedOut = {
        code: indicator.code,
        revision: figure?.revision ?? 0,
        unit: fieldUnit(indicator),
        typed: offlineText(figure, indicator),
        note: figure?.note ?? '',
      };
      return [cell.code, String(cell.revision), cell.unit, cell.typed, cell.note];
    }),
  ];
  all.forEach((line, row) =>
    line.forEach((value, column) => cells.set(`${row},${column}`, text(value, { numFmt: '@' }))),
  );
  return {
    name: fingerprintSheet,
    cells,
    rows: all.map(() => []),
    veryHidden: true,
    protection: { sheet: true },
  };
}

const valueOf = (figure: Figure | null): string | null =>
  figure?.value == null ? null : multiply(figure.value, 1);

function valuesOf(figures: (Figure | null)[]): Values {
  return new Map(
    figures.flatMap((figure) =>
      figure?.value == null ? [] : [[figure.indicator, figure.value] as const],
    ),
  );
}
