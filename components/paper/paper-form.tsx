import { useLocale, useTranslations } from 'next-intl';
import { FigureText } from '@/components/figures/figures-sheet';
import {
  FormNumbers,
  SignatureFields,
  type FormHeader,
} from '@/components/figures/paper-form-parts';
import type { Figure } from '@/lib/domain/figure/figure';
import type { Check, Indicator, Section } from '@/lib/domain/catalogue/indicator';
import { printRelation } from '@/lib/domain/checks/relation';
import { nameOf } from '@/lib/i18n/name-of';

type Row = {
  indicator: Indicator;
  figure: Figure | null;
  previous: Figure | null;
  workedOut: string | null;
  previousWorkedOut: string | null;
};
type Props = {
  title: string;
  unit: string;
  period: string;
  header: FormHeader;
  sections: readonly Section[];
  rows: readonly Row[];
  checks: readonly Check[];
  /** Nobody has approved it: a word across every page says so. */
  isDraft: boolean;
  isBlank: boolean;
};

/** A report as the paper form it stands for: to be signed and sealed, or to be filled in by hand. */
export function PaperForm(props: Props) {
  const { title, header, checks, isDraft, isBlank } = props;
  const t = useTranslations('entryTools.print');
  return (
    <article className="paper-form border border-line bg-paper p-6 print:border-0 print:bg-transparent print:p-0">
      {isDraft && !isBlank ? (
        <p className="watermark" aria-hidden="true">
          {t('draft')}
        </p>
      ) : null}
      <h1 className="text-center">{title}</h1>
      {isDraft && !isBlank ? <p className="text-center text-ink-2">{t('draft')}</p> : null}
      <FormNumbers header={header} className="my-3" />
      {/* Paper keeps its width: on a narrow screen the table moves within the sheet. */}
      <div
        className="overflow-x-auto print:overflow-visible"
        role="region"
        aria-label={title}
        tabIndex={0}
      >
        <table className="paper-table table">
          <Head unit={props.unit} period={props.period} />
          <Sections {...props} />
        </table>
      </div>
      <Relations checks={checks} />
      <SignatureFields words={t} className="mt-8 break-inside-avoid grid-cols-2 gap-y-6" />
    </article>
  );
}

const columns = [
  ['order', 'number w-12 print:w-8'],
  ['indicator', undefined],
  ['measure', 'w-20 print:w-15'],
  ['code', 'w-18 print:w-15'],
  ['previous', 'number w-28 print:w-22'],
  ['current', 'number w-28 print:w-22'],
  ['notes', 'w-36 print:w-26'],
] as const;

function Head({ unit, period }: Pick<Props, 'unit' | 'period'>) {
  const t = useTranslations('entryTools.print');
  return (
    <thead>
      <tr>
        <th scope="colgroup" colSpan={columns.length} className="border-0! font-normal!">
          {t('unit', { value: unit })}　　{t('period', { value: period })}
        </th>
      </tr>
      <tr>
        {columns.map(([name, look]) => (
          <th key={name} scope="col" className={look}>
            {t(`columns.${name}`)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** The rows of every section, numbered through the form. */
function Sections({ sections, rows, isBlank }: Pick<Props, 'sections' | 'rows' | 'isBlank'>) {
  const locale = useLocale();
  const groups = sections.map((section) => ({
    section,
    here: rows.filter(({ indicator }) => indicator.section === section.code),
  }));
  const order = new Map(
    groups.flatMap(({ here }) => here).map(({ indicator }, at) => [indicator.code, at + 1]),
  );
  return groups.map(({ section, here }) => (
    <tbody key={section.code}>
      <tr className="keeps-next">
        <th scope="rowgroup" colSpan={columns.length} className="font-bold!">
          {nameOf(section, locale)}
        </th>
      </tr>
      {here.map((row) => (
        <tr key={row.indicator.code}>
          <td className="number">{order.get(row.indicator.code)}</td>
          <Cells row={row} isBlank={isBlank} />
        </tr>
      ))}
    </tbody>
  ));
}

function Cells({ row, isBlank }: { row: Row; isBlank: boolean }) {
  const locale = useLocale();
  const { indicator, figure, previous, workedOut, previousWorkedOut } = row;
  const printed = (one: Figure | null, rate: string | null) =>
    isBlank ? '' : <FigureText figure={one} indicator={indicator} workedOut={rate} />;
  return (
    <>
      <th scope="row" className={indicator.partOf ? 'pl-8!' : undefined}>
        {nameOf(indicator, locale)}
      </th>
      <td>{indicator.display.moneyUnit ?? indicator.unit}</td>
      <td>{indicator.code}</td>
      <td className="number">{printed(previous, previousWorkedOut)}</td>
      <td className="number">{printed(figure, workedOut)}</td>
      <td>{isBlank ? '' : [figure?.scopeNote, figure?.note].filter(Boolean).join('；')}</td>
    </>
  );
}

/** The main relations between the figures, as forms have them under their table: those that must hold. */
function Relations({ checks }: { checks: readonly Check[] }) {
  const t = useTranslations('entryTools.print');
  const main = checks.filter(
    ({ kind, op }) => (kind === 'mandatory' || kind === 'quasi') && op !== 'present-if',
  );
  if (main.length === 0) return null;
  const words = {
    before: t('relationBefore'),
    present: (given: string, asked: string) => `${given} → ${asked}`,
  };
  return (
    <section className="mt-4 text-table">
      <h2 className="text-table">{t('relations')}</h2>
      <ul className="mt-1 gap-x-6 sm:columns-3 print:columns-3">
        {main.map((check) => (
          <li key={check.code} className="break-inside-avoid tabular-nums">
            <span className="text-ink-2">{check.code}</span> {printRelation(check, words)}
          </li>
        ))}
      </ul>
      <p className="mt-1 text-ink-2">{t('relationsNote')}</p>
    </section>
  );
}
