'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useId, useState, type KeyboardEvent } from 'react';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import type { Findable, GridSection } from './grid-section';

type Props = {
  reportId: string;
  section: string | null;
  sections: readonly GridSection[];
  findable: readonly Findable[];
  onFind: (code: string) => void;
};

const most = 8;

/** Leads to the cell of an indicator, by name, code or pinyin initials; in another section, too. */
export function FindIndicator({ reportId, section, sections, findable, onFind }: Props) {
  const t = useTranslations('entryTools.search');
  const locale = useLocale();
  const router = useRouter();
  const id = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const found = find(findable, text);
  const close = () => {
    setText('');
    setAt(0);
  };
  const go = (one: Findable | undefined) => {
    if (!one) return;
    close();
    if (section === null || one.section === section) onFind(one.code);
    else router.push(paths.section(reportId, one.section, one.code));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      setAt((at + (event.key === 'ArrowDown' ? 1 : found.length - 1)) % Math.max(1, found.length));
      event.preventDefault();
    } else if (event.key === 'Enter') go(found[at]);
    else if (event.key === 'Escape') close();
  };
  const isOpen = text.trim() !== '';
  return (
    <div className="relative">
      <input
        type="text"
        role="combobox"
        aria-label={t('label')}
        aria-expanded={isOpen && found.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && found[at] ? `${id}-${found[at].code}` : undefined}
        placeholder={t('placeholder')}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setTimeout(close, 150)}
        className="h-8 w-64 max-w-full rounded-sm border border-line-2 bg-paper px-2 text-table placeholder:text-ink-2"
      />
      <ul
        id={`${id}-list`}
        role="listbox"
        aria-label={t('label')}
        className={
          isOpen && found.length > 0
            ? 'absolute left-0 z-5 w-[min(28rem,90vw)] border border-line-2 bg-paper'
            : 'hidden'
        }
      >
        {found.map((one, index) => (
          <li
            key={one.code}
            id={`${id}-${one.code}`}
            role="option"
            aria-selected={index === at}
            onMouseDown={(event) => {
              event.preventDefault();
              go(one);
            }}
            className={`flex min-h-8 cursor-pointer items-center gap-3 px-3 text-table ${index === at ? 'bg-act text-paper' : ''}`}
          >
            <span className="tabular-nums">{one.code}</span>
            <span className="grow">{nameOf(one, locale)}</span>
            {one.section === section ? null : (
              <span>
                {
                  sections.find(({ code }) => code === one.section)?.[
                    locale === 'en' ? 'nameEn' : 'name'
                  ]
                }
              </span>
            )}
          </li>
        ))}
      </ul>
      {isOpen && found.length === 0 ? (
        <p
          role="status"
          className="absolute left-0 z-5 border border-line-2 bg-paper px-3 py-1 text-table text-ink-2"
        >
          {t('none')}
        </p>
      ) : null}
    </div>
  );
}

/** Those that begin with it before those that hold it. */
function find(all: readonly Findable[], text: string): Findable[] {
  const wanted = text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
  if (wanted === '') return [];
  const keys = (one: Findable) =>
    [one.code, one.name, one.nameEn.replace(/\s+/g, ''), ...one.initials.split(' ')].map((key) =>
      key.toLowerCase(),
    );
  const rank = (one: Findable) =>
    keys(one).some((key) => key.startsWith(wanted))
      ? 0
      : keys(one).some((key) => key.includes(wanted))
        ? 1
        : 2;
  return all
    .map((one) => ({ one, rank: rank(one) }))
    .filter((hit) => hit.rank < 2)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ one }) => one);
}
