'use client';

import { NodeSelection, Selection, type EditorState } from 'prosemirror-state';
import { useLocale, useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import { formsOf } from '@/lib/domain/desk/printed-form';
import type { Chip } from '@/lib/domain/desk/manuscript';
import { summaryQuery } from '@/lib/paths';
import { reform } from '../desk-commands';
import type { KnownNumber } from '../desk-finder';
import { chipOf, deskSchema } from '../desk-schema';
import type { DeskControl } from '../use-desk';

type Props = {
  desk: DeskControl;
  chip: Chip;
  traces: Record<string, string>;
  panel: RefObject<HTMLDivElement | null>;
};

/** The chosen number: what it is, the forms in which it may be printed, where it comes from, and where else it
 *  stands. */
export function NumberPanel({ desk, chip, traces, panel }: Props) {
  const t = useTranslations('desk.number');
  const locale = useLocale();
  const number = desk.finder.today.numbers.get(chip.ref);
  const trace = traces[chip.ref];
  return (
    <section
      ref={panel}
      tabIndex={-1}
      aria-label={t('title', { text: chip.text })}
      className="desk-panel"
    >
      <h2>
        <span className="block text-table font-normal text-ink-2">{t('chosen')}</span>
        <span lang="zh-CN">{chip.text}</span>
      </h2>
      {number ? (
        <p
          className="text-table text-ink-2"
          lang={locale === 'en' && number.nameEn ? 'en' : 'zh-CN'}
        >
          {number.period} {locale === 'en' && number.nameEn ? number.nameEn : number.name}
        </p>
      ) : null}
      {trace ? (
        <p className="mt-1">
          <a href={summaryQuery({ trace })} data-soft="">
            {t('trace')}
          </a>
        </p>
      ) : null}
      <Forms desk={desk} chip={chip} number={number} />
      <OtherPlaces desk={desk} of={chip.ref} />
    </section>
  );
}

/** The usual form and the others that are true. */
function Forms({
  desk,
  chip,
  number,
}: Pick<Props, 'desk' | 'chip'> & { number: KnownNumber | undefined }) {
  const t = useTranslations('desk.number');
  const forms = number?.quantity ? formsOf(number.quantity) : [];
  const usual = number?.texts[0];
  const choices = [
    ...(usual !== undefined ? [{ id: '', text: usual }] : []),
    ...forms.filter(({ text }) => text !== usual),
  ];
  const choose = (id: string, text: string) =>
    desk.dispatch((state) => reform(state, { ref: chip.ref, text, ...(id && { form: id }) }));
  if (choices.length < 2) return <p className="mt-2 text-table text-ink-2">{t('noForms')}</p>;
  return (
    <fieldset className="mt-2">
      <legend className="font-bold">{t('forms')}</legend>
      {choices.map(({ id, text }) => (
        <label key={text} className="flex min-h-8 items-center gap-2" lang="zh-CN">
          <input
            type="radio"
            name="form"
            checked={text === chip.text}
            onChange={() => choose(id, text)}
          />
          {text}
        </label>
      ))}
    </fieldset>
  );
}

function OtherPlaces({ desk, of }: { desk: DeskControl; of: string }) {
  const t = useTranslations('desk.number');
  const others = otherPlaces(desk.state, of);
  if (others.length === 0) return null;
  return (
    <>
      <h3 className="mt-2">{t('places')}</h3>
      <ul lang="zh-CN">
        {others.map(({ position, around }) => (
          <li key={position}>
            <button
              type="button"
              className="py-1 text-left text-act underline underline-offset-3"
              onClick={() => select(desk, position)}
            >
              {around}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The number that is chosen in the editor. */
export function chosenChip(state: EditorState | null): Chip | null {
  const selection = state?.selection;
  return selection instanceof NodeSelection && selection.node.type === deskSchema.nodes.chip
    ? chipOf(selection.node.attrs)
    : null;
}

function select(desk: DeskControl, position: number): void {
  desk.dispatch(({ doc, tr }) =>
    tr
      .setSelection(
        position < doc.content.size ? NodeSelection.create(doc, position) : Selection.atEnd(doc),
      )
      .scrollIntoView(),
  );
  desk.focus();
}

function otherPlaces(
  state: EditorState | null,
  ref: string,
): { position: number; around: string }[] {
  const places: { position: number; around: string }[] = [];
  state?.doc.descendants((node, position, parent) => {
    if (
      node.type !== deskSchema.nodes.chip ||
      node.attrs.ref !== ref ||
      position === state.selection.from ||
      !parent
    )
      return;
    places.push({ position, around: `…${parent.textContent.slice(0, 24)}…` });
  });
  return places;
}
