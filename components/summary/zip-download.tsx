'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { followZip } from './read-zip-names';

type State =
  | { kind: 'idle' }
  | { kind: 'running'; done: number; total: number }
  | { kind: 'done'; files: number; missing: string[] }
  | { kind: 'failed' };
type Props = {
  action: string;
  units: { code: string; name: string }[];
  failedTitle: string;
  children: ReactNode;
};

/** A form that downloads a zip. Without a script the browser does it; with one its progress is shown, and the units that
 *  could not be made stay ticked, ready to be asked for again. */
export function ZipDownload({ action, units, failedTitle, children }: Props) {
  const t = useTranslations('files.below');
  const locale = useLocale();
  const [state, setState] = useState<State>({ kind: 'idle' });
  const form = useRef<HTMLFormElement>(null);

  async function download(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const query = new URLSearchParams(
      [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]),
    );
    setState({ kind: 'running', done: 0, total: query.getAll('unit').length });
    try {
      const response = await fetch(`${action}?${query}`);
      if (!response.ok || !response.body) throw new Error(String(response.status));
      const total = Number(response.headers.get('x-gongbao-files'));
      const follower = followZip();
      const chunks: Uint8Array<ArrayBuffer>[] = [];
      const reader = response.body.getReader();
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        chunks.push(part.value as Uint8Array<ArrayBuffer>);
        follower.take(part.value);
        setState({ kind: 'running', done: Math.min(follower.names.length, total), total });
      }
      save(
        new Blob(chunks, { type: 'application/zip' }),
        response.headers.get('content-disposition') ?? '',
      );
      const missing = missingIn(follower.text(), failedTitle);
      keepOnly(
        form.current,
        units.filter(({ name }) => missing.includes(name)).map(({ code }) => code),
      );
      setState({ kind: 'done', files: follower.names.length - 1, missing });
    } catch {
      setState({ kind: 'failed' });
    }
  }

  return (
    <form ref={form} method="get" action={action} onSubmit={(event) => void download(event)}>
      {children}
      <p className="mt-4">
        <Button kind="primary" disabled={state.kind === 'running'}>
          {state.kind === 'done' && state.missing.length > 0 ? t('again') : t('download')}
        </Button>
      </p>
      <div role="status" className="mt-3 min-h-12">
        {state.kind === 'running' ? (
          <>
            <progress
              className="h-2 w-full max-w-md accent-act"
              max={Math.max(state.total, 1)}
              value={state.done}
              aria-label={t('download')}
            />
            <p>{t('progress', { done: state.done, total: state.total })}</p>
          </>
        ) : null}
        {state.kind === 'done' ? <p>{t('done', { done: state.files })}</p> : null}
        {state.kind === 'done' && state.missing.length > 0 ? (
          <p className="text-wrong">
            {t('missing', {
              count: state.missing.length,
              units: state.missing.join(locale === 'en' ? ', ' : '、'),
            })}
          </p>
        ) : null}
        {state.kind === 'failed' ? <p className="text-wrong">{t('failed')}</p> : null}
      </div>
    </form>
  );
}

/** Names under the heading of what could not be made. */
function missingIn(readme: string, title: string): string[] {
  const lines = readme.split('\r\n');
  const start = lines.findIndex((line) => line.startsWith(title));
  return start < 0
    ? []
    : lines
        .slice(start + 1)
        .filter(Boolean)
        .map((line) => line.split('　')[0]!);
}

function keepOnly(form: HTMLFormElement | null, codes: string[]): void {
  if (codes.length === 0) return;
  for (const box of form?.querySelectorAll<HTMLInputElement>('input[name="unit"]') ?? [])
    box.checked = codes.includes(box.value);
}

function save(blob: Blob, disposition: string): void {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = encoded ? decodeURIComponent(encoded) : 'gongbao.zip';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
