'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState, type FormEvent, type ReactNode } from 'react';
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

/** A form that downloads a zip. Without a script the browser does it; with one its progress is shown, and the units
 *  that could not be made stay ticked, ready to be asked for again. */
export function ZipDownload({ action, units, failedTitle, children }: Props) {
  const t = useTranslations('files.below');
  const [state, setState] = useState<State>({ kind: 'idle' });

  async function download(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    try {
      const { blob, name, files, readme } = await fetchZip(action, form, setState);
      saveAs(blob, name);
      const missing = missingIn(readme, failedTitle);
      keepOnly(
        form,
        units.filter((unit) => missing.includes(unit.name)).map(({ code }) => code),
      );
      setState({ kind: 'done', files, missing });
    } catch {
      setState({ kind: 'failed' });
    }
  }

  return (
    <form method="get" action={action} onSubmit={(event) => void download(event)}>
      {children}
      <p className="mt-4">
        <Button kind="primary" disabled={state.kind === 'running'}>
          {state.kind === 'done' && state.missing.length > 0 ? t('again') : t('download')}
        </Button>
      </p>
      <div role="status" className="mt-3 min-h-12">
        <Progress state={state} />
      </div>
    </form>
  );
}

function Progress({ state }: { state: State }) {
  const t = useTranslations('files.below');
  const locale = useLocale();
  switch (state.kind) {
    case 'idle':
      return null;
    case 'running':
      return (
        <>
          <progress
            className="h-2 w-full max-w-md accent-act"
            max={Math.max(state.total, 1)}
            value={state.done}
            aria-label={t('download')}
          />
          <p>{t('progress', { done: state.done, total: state.total })}</p>
        </>
      );
    case 'done': {
      const { files, missing } = state;
      const listed = missing.join(locale === 'en' ? ', ' : '、');
      return (
        <>
          <p>{t('done', { done: files })}</p>
          {missing.length > 0 ? (
            <p className="text-wrong">{t('missing', { count: missing.length, units: listed })}</p>
          ) : null}
        </>
      );
    }
    case 'failed':
      return <p className="text-wrong">{t('failed')}</p>;
  }
}

type Zip = { blob: Blob; name: string; files: number; readme: string };

/** Asks for what a form says, and shows how far it has come by the names in the zip so far. */
async function fetchZip(
  action: string,
  form: HTMLFormElement,
  show: (state: State) => void,
): Promise<Zip> {
  const query = new URLSearchParams(
    [...new FormData(form)].map(([name, value]) => [name, String(value)]),
  );
  show({ kind: 'running', done: 0, total: query.getAll('unit').length });
  const response = await fetch(`${action}?${query}`);
  if (!response.ok || !response.body) throw new Error(String(response.status));
  const total = Number(response.headers.get('x-gongbao-files'));
  const follower = followZip();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    chunks.push(part.value as Uint8Array<ArrayBuffer>);
    follower.take(part.value);
    show({ kind: 'running', done: Math.min(follower.names.length, total), total });
  }
  const disposition = response.headers.get('content-disposition') ?? '';
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1];
  return {
    blob: new Blob(chunks, { type: 'application/zip' }),
    name: encoded ? decodeURIComponent(encoded) : 'gongbao.zip',
    // One of them says what is in it.
    files: follower.names.length - 1,
    readme: follower.text(),
  };
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

function keepOnly(form: HTMLFormElement, codes: string[]): void {
  if (codes.length === 0) return;
  for (const box of form.querySelectorAll<HTMLInputElement>('input[name="unit"]'))
    box.checked = codes.includes(box.value);
}

function saveAs(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
