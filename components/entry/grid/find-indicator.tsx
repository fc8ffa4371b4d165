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
  const router = useRouter();
  const id = useId();
  const { text, found, at, isOpen, type, close, onKeyDown } = useSearch(findable, go);
  function go(one: Findable) {
    close();
    if (section === null || one.section === section) onFind(one.code);
    else router.push(paths.section(reportId, one.section, one.code));
  }
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
        onChange={(event) => type(event.target.value)}
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
          <Hit
            key={one.code}
            id={`${id}-${one.code}`}
            one={one}
            elsewhere={sections.find(({ code }) => code === one.section && code !== section)}
            isChosen={index === at}
            onChoose={() => go(one)}
          />
        ))}
      </ul>
      {isOpen && found.length === 0 ? <NothingFound /> : null}
    </div>
  );
}

/** What is typed, what is found by it, and which of that the arrow keys have reached. */
function useSearch(findable: readonly Findable[], go: (one: Findable) => void) {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const found = find(findable, text);
  const type = (typed: string) => {
    setText(typed);
    setAt(0);
  };
  const close = () => type('');
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      setAt((at + (event.key === 'ArrowDown' ? 1 : found.length - 1)) % Math.max(1, found.length));
      event.preventDefault();
    } else if (event.key === 'Enter' && found[at]) go(found[at]);
    else if (event.key === 'Escape') close();
  };
  return { text, found, at, isOpen: text.trim() !== '', type, close, onKeyDown };
}

type HitProps = {
  id: string;
  one: Findable;
  elsewhere: GridSection | undefined;
  isChosen: boolean;
  onChoose: () => void;
};

function Hit({ id, one, elsewhere, isChosen, onChoose }: HitProps) {
  const locale = useLocale();
  return (
    <li
      id={id}
      role="option"
      aria-selected={isChosen}
      onMouseDown={(event) => {
        event.preventDefault();
        onChoose();
      }}
      className={`flex min-h-8 cursor-pointer items-center gap-3 px-3 text-table ${
        isChosen ? 'bg-act text-paper' : ''
      }`}
    >
      <span className="tabular-nums">{one.code}</span>
      <span className="grow">{nameOf(one, locale)}</span>
      {elsewhere ? <span>{nameOf(elsewhere, locale)}</span> : null}
    </li>
  );
}

function NothingFound() {
  const t = useTranslations('entryTools.search');
  return (
    <p
      role="status"
      className="absolute left-0 z-5 border border-line-2 bg-paper px-3 py-1 text-table text-ink-2"
    >
      {t('none')}
    </p>
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
