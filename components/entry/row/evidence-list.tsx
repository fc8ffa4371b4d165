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
export function EvidenceList({ session: { place, cells }, cell, label, reportId }: Props) {
  const t = useTranslations('entryTools.evidence');
  const issues = useTranslations('issues');
  const format = useFormatter();
  const file = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const { indicator, evidence, lock } = cell.row;
  const { personId } = place;
  const set = (next: readonly EvidenceItem[]) =>
    cells.update(indicator.code, { row: { ...cells.get(indicator.code)!.row, evidence: next } });
  const send = async (chosen: File) => {
    setBusy(true);
    const answer = await sendEvidence(
      { address: paths.addEvidence(reportId, indicator.code), personId },
      chosen,
    );
    setBusy(false);
    if ('item' in answer) set([...evidence, answer.item]);
    if ('item' in answer) return setFault(null);
    const code = answer.error as Parameters<typeof issues>[0];
    setFault(issues.has(code) ? issues(code, answer.params) : t('failed'));
  };
  const remove = async (id: string) => {
    const response = await fetch(paths.evidence(id), {
      method: 'DELETE',
      headers: personHeader(personId),
    }).catch(() => null);
    if (response?.ok) set(evidence.filter((one) => one.id !== id));
    else setFault(t('failed'));
  };
  return (
    <div>
      <p className="font-bold">{t('title')}</p>
      <ul>
        {evidence.map(({ id, name, size, by, at }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3">
            <a href={paths.evidence(id)}>{name}</a>
            <span className="text-ink-2">
              {t('meta', { size: sizeText(size), by, at: format.dateTime(new Date(at), 'clock') })}
            </span>
            {lock ? null : (
              <button
                type="button"
                aria-label={t('removeOf', { name })}
                onClick={() => void remove(id)}
                className="min-h-6 text-act underline underline-offset-3"
              >
                {t('remove')}
              </button>
            )}
          </li>
        ))}
      </ul>
      <input
        ref={file}
        type="file"
        aria-label={t('addOf', { cell: label })}
        accept=".pdf,.jpg,.jpeg,.png,.xlsx,.docx"
        disabled={lock !== null}
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          if (chosen) void send(chosen);
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
