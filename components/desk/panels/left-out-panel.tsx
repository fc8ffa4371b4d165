'use client';

import { closeHistory } from 'prosemirror-history';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { missingFrom } from '@/lib/domain/desk/left-out';
import { textOf, type Block } from '@/lib/domain/desk/manuscript';
import { bringBack, putChip } from '../desk-commands';
import type { KnownNumber } from '../desk-finder';
import { blockOf } from '../desk-schema';
import type { DeskControl } from '../use-desk';

type Props = { desk: DeskControl; generated: readonly Block[]; unstated: readonly string[] };

/** What the text leaves out: hidden sentences, generated ones that are not in it, and numbers that no sentence
 *  states. */
export function LeftOutPanel({ desk, generated, unstated }: Props) {
  const t = useTranslations('desk.leftOut');
  const blocks = desk.state ? readBlocks(desk) : [];
  const hidden = blocks.filter((block) => block.hidden);
  const missing = missingFrom(blocks, generated);
  const numbers = unstated.flatMap((ref) => desk.finder.today.numbers.get(ref) ?? []);
  return (
    <details className="desk-panel">
      <summary className="min-h-8 font-bold">
        {t('title', { count: hidden.length + missing.length + numbers.length })}
      </summary>
      <ul className="list-none">
        {hidden.map((block) => (
          <Sentence key={block.id} block={block} kind="hidden" act={() => show(desk, block.id)} />
        ))}
        {missing.map((block) => (
          <Sentence
            key={block.id}
            block={block}
            kind="missing"
            act={() => desk.dispatch((state) => bringBack(state, block))}
          />
        ))}
        {numbers.map((number) => (
          <Number key={number.ref} desk={desk} number={number} />
        ))}
      </ul>
    </details>
  );
}

const actions = { hidden: 'show', missing: 'bringBack' } as const;

function Sentence({ block, kind, act }: { block: Block; kind: keyof typeof actions; act(): void }) {
  const t = useTranslations('desk.leftOut');
  return (
    <li className="border-b border-line py-2">
      <span className="text-table text-ink-2">{t(kind)}</span>{' '}
      <span lang="zh-CN">{textOf(block.parts)}</span>{' '}
      <Button type="button" onClick={act}>
        {t(actions[kind])}
      </Button>
    </li>
  );
}

function Number({ desk, number }: { desk: DeskControl; number: KnownNumber }) {
  const t = useTranslations('desk.leftOut');
  const { ref, name, period, texts } = number;
  return (
    <li className="flex flex-wrap items-center gap-x-3 border-b border-line py-1">
      <span lang="zh-CN" className="text-table">
        {period}
        {name} {texts[0]}
      </span>
      <Button
        type="button"
        aria-label={t('insertOne', { name })}
        onClick={() => desk.dispatch((state) => putChip(state, { ref, text: texts[0]! }))}
      >
        {t('insert')}
      </Button>
    </li>
  );
}

function show(desk: DeskControl, id: string): void {
  desk.dispatch((state) => {
    const tr = closeHistory(state.tr);
    state.doc.forEach(
      (node, offset) => void (node.attrs.id === id && tr.setNodeAttribute(offset, 'hidden', false)),
    );
    return tr;
  });
}

function readBlocks({ state }: DeskControl): Block[] {
  const blocks: Block[] = [];
  state?.doc.forEach((node) => void blocks.push(blockOf(node)));
  return blocks;
}
