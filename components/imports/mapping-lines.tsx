'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { controlStyle } from '@/components/ui/field';
import { Table } from '@/components/ui/table';
import type { MappingLine, MappingProps } from './mapping-props';

type Props = Pick<MappingProps, 'lines' | 'indicators' | 'periods'> & { wrong: (string | null)[] };

/** Each name of the table with its indicator and unit. What is not certain is offered, never taken. */
export function MappingLines({ lines, indicators, periods, wrong }: Props) {
  const t = useTranslations('sheetImport');
  return (
    <>
      <datalist id="import-indicators">
        {indicators.map(({ code, name }) => (
          <option key={code} value={`${code} ${name}`} />
        ))}
      </datalist>
      <Table stack>
        <thead>
          <tr>
            <th scope="col">{t('lineColumns.label')}</th>
            <th scope="col" className="number">
              {t('lineColumns.sample')}
            </th>
            <th scope="col">{t('lineColumns.indicator')}</th>
            <th scope="col">{t('lineColumns.unit')}</th>
          </tr>
        </thead>
        <tbody>
          {askedFirst(lines).map(({ line, at }) => (
            <Line
              key={line.key}
              at={at}
              line={line}
              indicators={indicators}
              period={periods.find(({ code }) => code === line.period)?.label ?? line.period}
              isWrong={wrong.includes(`line-${at}`)}
            />
          ))}
        </tbody>
      </Table>
    </>
  );
}

/** The lines with what must be answered before the others, each with its place in the form. */
function askedFirst(lines: readonly MappingLine[]): { line: MappingLine; at: number }[] {
  const numbered = lines.map((line, at) => ({ line, at }));
  return [
    ...numbered.filter(({ line }) => line.asks.length > 0),
    ...numbered.filter(({ line }) => line.asks.length === 0),
  ];
}

type LineProps = {
  at: number;
  line: MappingLine;
  indicators: Props['indicators'];
  period: string | null;
  isWrong: boolean;
};

function Line({ at, line, indicators, period, isWrong }: LineProps) {
  const t = useTranslations('sheetImport');
  const textOf = (code: string | null) => {
    const indicator = indicators.find((one) => one.code === code);
    return indicator ? `${indicator.code} ${indicator.name}` : '';
  };
  const [typed, setTyped] = useState(textOf(line.code));
  const chosen = indicators.find(
    ({ code, name }) => typed.startsWith(code) || typed.trim() === name,
  );
  return (
    <tr className="align-top">
      <td data-label={t('lineColumns.label')}>
        <span>
          {line.label}
          {period ? <span className="block text-ink-2">{period}</span> : null}
        </span>
      </td>
      <td className="number text-ink-2" data-label={t('lineColumns.sample')}>
        {line.sample}
      </td>
      <td data-label={t('lineColumns.short')}>
        <span className="block min-w-0 max-sm:flex-1">
          <input type="hidden" name="line[]" value={line.key} />
          <input
            id={`line-${at}`}
            name="code[]"
            list="import-indicators"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            autoComplete="off"
            aria-label={`${line.label} ${t('lineColumns.short')}`}
            aria-invalid={isWrong || undefined}
            className={`${controlStyle(isWrong)} w-full max-w-md`}
          />
          {typed === '' && line.asks.includes('column') ? (
            <span className="block text-table text-wrong">! {t('askCrossing.several')}</span>
          ) : null}
          {typed === '' && line.suggestions.length > 0 ? (
            <Suggestions line={line} textOf={textOf} onTake={setTyped} />
          ) : null}
        </span>
      </td>
      <td data-label={t('lineColumns.unit')}>
        <LineUnit at={at} line={line} chosen={chosen} />
      </td>
    </tr>
  );
}

type SuggestionsProps = {
  line: MappingLine;
  textOf: (code: string) => string;
  onTake: (text: string) => void;
};

/** What a name may mean, each a button that takes it. */
function Suggestions({ line, textOf, onTake }: SuggestionsProps) {
  const t = useTranslations('sheetImport');
  const isAsked = line.asks.includes('name');
  return (
    <span className="mt-1 flex flex-wrap items-center gap-2 text-table">
      <span className={isAsked ? 'text-wrong' : 'text-ink-2'}>
        {isAsked ? `! ${t('ask.name')}` : t('suggest')}
      </span>
      {line.suggestions.map((code) => (
        <Button
          key={code}
          type="button"
          className="min-h-8! px-2! py-0.5! text-table"
          aria-label={`${line.label}：${t('take', { name: textOf(code) })}`}
          onClick={() => onTake(textOf(code))}
        >
          {textOf(code)}
        </Button>
      ))}
    </span>
  );
}

type LineUnitProps = Pick<LineProps, 'at' | 'line'> & {
  chosen: Props['indicators'][number] | undefined;
};

/** The unit of measure of a line, asked for where it is open. */
function LineUnit({ at, line, chosen }: LineUnitProps) {
  const t = useTranslations('sheetImport');
  const isAsked =
    chosen !== undefined &&
    (line.unitFrom === 'mismatch' ||
      (line.unitFrom === 'fraction' && chosen.units[0] === '%') ||
      (line.unitFrom === 'unknown' && line.asks.includes('unit')));
  const from = line.unitFrom === 'unknown' ? (line.said ? 'said' : 'assumed') : line.unitFrom;
  return (
    <span className="block">
      <select
        id={`unit-${at}`}
        name="unit[]"
        key={chosen?.code}
        defaultValue={line.unitFrom === 'decided' ? line.unit : ''}
        aria-label={`${line.label} ${t('lineColumns.unit')}`}
        className={controlStyle(isAsked)}
      >
        <option value="">
          {isAsked ? t('unitChoose') : line.unit || (line.said ?? chosen?.units[0] ?? '—')}
        </option>
        {(chosen?.units ?? []).map((unit) => (
          <option key={unit} value={unit}>
            {unit === '小数' ? t('fraction') : unit}
          </option>
        ))}
      </select>
      {chosen ? (
        <span className={`block text-table ${isAsked ? 'text-wrong' : 'text-ink-2'}`}>
          {isAsked ? `! ${t(`unitFrom.${line.unitFrom}`)}` : t(`unitFrom.${from}`)}
        </span>
      ) : null}
    </span>
  );
}
