'use client';

import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { useState, type ReactNode } from 'react';
import { printFigure } from '@/lib/domain/figure/print';
import { paths } from '@/lib/paths';
import { longestNote, type FigureDetails as Details } from '@/lib/domain/entry/figure-edit';
import { detailsOf, type Cell } from '../cells/entry-cell';
import { EvidenceList } from './evidence-list';
import type { EntrySession } from '../saving/entry-session';

type Props = { session: EntrySession; cell: Cell; label: string; reportId: string };

const dateForm = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/** What stands behind a figure: definition, earlier years, remark, scope, date, evidence. */
export function FigureDetails(props: Props) {
  const { content, state, row } = props.cell;
  const isNumber =
    'typed' in content && content.typed.trim() !== '' && state !== 'invalid' && row.lock === null;
  return (
    <div className="grid gap-x-8 gap-y-3 py-2 text-left lg:grid-cols-2">
      <Facts {...props} />
      <div className="space-y-2">
        {isNumber ? <DetailLines {...props} /> : null}
        <EvidenceList {...props} />
      </div>
    </div>
  );
}

function Facts({ cell: { row, saved }, reportId }: Props) {
  const t = useTranslations('entryTools.details');
  const format = useFormatter();
  const { indicator, history, previous } = row;
  return (
    <dl className="space-y-2">
      <Fact name={t('definition')}>
        <span lang="zh-CN">{indicator.definition}</span>
      </Fact>
      {indicator.nature === 'stock' ? (
        <Fact name={t('opening')}>
          {previous?.value
            ? t('openingText', { value: printFigure(previous, indicator) })
            : t('noOpening')}
        </Fact>
      ) : null}
      <Fact name={t('history')}>
        {history.length === 0
          ? t('noHistory')
          : history.map(({ period, text }) => (
              <span key={period} className="mr-4 inline-block tabular-nums">
                {`${period} ${text}`}
              </span>
            ))}
      </Fact>
      {saved ? (
        <Fact name={t('record')}>
          {t('entered', {
            who: saved.enteredBy,
            at: format.dateTime(new Date(saved.enteredAt), 'clock'),
          })}{' '}
          <Link href={paths.history(reportId, { indicator: indicator.code })}>
            {t('wholeRecord')}
          </Link>
        </Fact>
      ) : null}
    </dl>
  );
}

/** What a number may have beside it: remark, scope, date. */
function DetailLines({ session, cell, label }: Props) {
  const t = useTranslations('entryTools.details');
  const { indicator } = cell.row;
  const details = detailsOf(cell);
  const describe = (change: Partial<Details>) =>
    session.editor.describe(indicator.code, { ...details, ...change });
  const named = (name: 'note' | 'scope' | 'asOf') => ({
    name: t(name),
    label: t('field', { cell: label, field: t(name) }),
  });
  return (
    <>
      <Line {...named('note')} value={details.note} onChange={(note) => describe({ note })} />
      <Line
        {...named('scope')}
        value={details.scopeNote}
        options={[t('own'), t('whole')]}
        onChange={(scopeNote) => describe({ scopeNote })}
      />
      {indicator.nature === 'stock' ? (
        <Line
          {...named('asOf')}
          hint={t('asOfHint')}
          value={details.asOf}
          wrong={(text) => (dateForm.test(text) ? null : t('asOfWrong'))}
          onChange={(asOf) => describe({ asOf })}
        />
      ) : null}
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="inline font-bold">{name}　</dt>
      <dd className="inline text-ink-2">{children}</dd>
    </div>
  );
}

type LineProps = {
  name: string;
  label: string;
  value: string | null;
  hint?: string;
  options?: string[];
  wrong?: (text: string) => string | null;
  onChange: (value: string | null) => void;
};

/** A line of text beside a number, saved when it is left. */
function Line({ name, label, value, hint, options = [], wrong, onChange }: LineProps) {
  const [fault, setFault] = useState<string | null>(null);
  const listId = `options-${name}`;
  return (
    <label className="flex flex-wrap items-center gap-x-2">
      <span className="w-20 flex-none">{name}</span>
      <input
        type="text"
        key={value}
        defaultValue={value ?? ''}
        aria-label={label}
        aria-invalid={fault ? true : undefined}
        list={options.length > 0 ? listId : undefined}
        autoComplete="off"
        maxLength={longestNote}
        onBlur={(event) => {
          const text = event.target.value.trim();
          const found = text === '' ? null : (wrong?.(text) ?? null);
          setFault(found);
          if (!found && text !== (value ?? '')) onChange(text || null);
        }}
        className={`h-8 min-w-0 grow rounded-sm border bg-paper px-2 ${fault ? 'border-2 border-wrong' : 'border-line-2'}`}
      />
      {options.length > 0 ? (
        <datalist id={listId}>
          {options.map((option) => (
            <option key={option} value={option} />
          ))}
        </datalist>
      ) : null}
      {fault ? (
        <span role="alert" className="w-full pl-22 text-wrong">
          {fault}
        </span>
      ) : null}
      {hint && !fault ? <span className="w-full pl-22 text-ink-2">{hint}</span> : null}
    </label>
  );
}
