'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { sizeText } from '@/components/ui/size-text';
import { paths } from '@/lib/paths';
import { CellButton } from '../cells/cell-button';
import type { Cell, EvidenceItem } from '../cells/entry-cell';
import type { EntrySession } from '../saving/entry-session';
import { sendEvidence } from '../saving/send-evidence';
import { personHeader } from '../saving/send-patch';

type Props = { session: EntrySession; cell: Cell; label: string; reportId: string };

/** The files behind a figure: what there is, one more, one less. */
export function EvidenceList(props: Props) {
  const t = useTranslations('entryTools.evidence');
  const file = useRef<HTMLInputElement>(null);
  const { lock } = props.cell.row;
  const { fault, isBusy, add, remove } = useEvidence(props);
  return (
    <div>
      <p className="font-bold">{t('title')}</p>
      <ul>
        {props.cell.row.evidence.map((item) => (
          <EvidenceFile
            key={item.id}
            {...item}
            onRemove={lock ? null : () => void remove(item.id)}
          />
        ))}
      </ul>
      <input
        ref={file}
        type="file"
        aria-label={t('addOf', { cell: props.label })}
        accept=".pdf,.jpg,.jpeg,.png,.xlsx,.docx"
        disabled={lock !== null}
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          if (chosen) void add(chosen);
          event.target.value = '';
        }}
      />
      <p className={lock ? 'hidden' : 'mt-1 flex flex-wrap items-center gap-3'}>
        <CellButton onClick={() => file.current?.click()}>
          {isBusy ? t('busy') : t('add')}
        </CellButton>
        <span className="text-ink-2">{t('hint')}</span>
      </p>
      {fault ? (
        <p role="alert" className="text-wrong">
          {fault}
        </p>
      ) : null}
    </div>
  );
}

/** Sends and removes files, and keeps those of the cell in step. */
function useEvidence({ session: { place, cells }, cell, reportId }: Props) {
  const t = useTranslations('entryTools.evidence');
  const issues = useTranslations('issues');
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const { personId } = place;
  const { code } = cell.row.indicator;
  const change = (next: (now: readonly EvidenceItem[]) => readonly EvidenceItem[]) => {
    const { row } = cells.get(code)!;
    cells.update(code, { row: { ...row, evidence: next(row.evidence) } });
  };
  const add = async (chosen: File) => {
    setBusy(true);
    const to = { address: paths.addEvidence(reportId, code), personId };
    const answer = await sendEvidence(to, chosen);
    setBusy(false);
    if ('item' in answer) {
      change((now) => [...now, answer.item]);
      return setFault(null);
    }
    const error = answer.error as Parameters<typeof issues>[0];
    setFault(issues.has(error) ? issues(error, answer.params) : t('failed'));
  };
  const remove = async (id: string) => {
    const response = await fetch(paths.evidence(id), {
      method: 'DELETE',
      headers: personHeader(personId),
    }).catch(() => null);
    if (response?.ok) change((now) => now.filter((one) => one.id !== id));
    else setFault(t('failed'));
  };
  return { fault, isBusy, add, remove };
}

function EvidenceFile({
  id,
  name,
  size,
  by,
  at,
  onRemove,
}: EvidenceItem & { onRemove: (() => void) | null }) {
  const t = useTranslations('entryTools.evidence');
  const format = useFormatter();
  return (
    <li className="flex flex-wrap items-center gap-x-3">
      <a href={paths.evidence(id)}>{name}</a>
      <span className="text-ink-2">
        {t('meta', { size: sizeText(size), by, at: format.dateTime(new Date(at), 'clock') })}
      </span>
      {onRemove ? (
        <button
          type="button"
          aria-label={t('removeOf', { name })}
          onClick={onRemove}
          className="min-h-6 text-act underline underline-offset-3"
        >
          {t('remove')}
        </button>
      ) : null}
    </li>
  );
}
