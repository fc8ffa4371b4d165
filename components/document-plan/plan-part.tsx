'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { controlStyle } from '@/components/ui/field';
import { longestHeading, type DocumentPlan } from '@/lib/domain/document-plan/plan';
import { changePart, movePart, put, removePart } from './change-plan';
import { PlaceSelect, type Named } from './place-select';

type Props = {
  plan: DocumentPlan;
  at: number;
  sections: readonly Named[];
  indicators: readonly Named[];
  change(plan: DocumentPlan): void;
};

/** One part of the plan: its heading, what is stated in it, and where it stands. */
export function PlanPart({ plan, at, sections, indicators, change }: Props) {
  const t = useTranslations('plan');
  const part = plan.parts[at]!;
  const id = `heading-${part.id}`;
  return (
    <li
      className="border-b border-line py-3"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        const from = plan.parts.findIndex(
          (one) => one.id === event.dataTransfer.getData('text/plain'),
        );
        if (from >= 0) change(movePart(plan, from, at));
      }}
    >
      <label htmlFor={id} className="font-bold">
        {t('heading', { number: at + 1 })}
      </label>
      <div className="flex items-center gap-2">
        <span
          aria-hidden="true"
          draggable
          title={t('drag')}
          className="cursor-grab px-1 text-ink-2 select-none"
          onDragStart={(event) => event.dataTransfer.setData('text/plain', part.id)}
        >
          ⠿
        </span>
        <input
          id={id}
          lang="zh-CN"
          value={part.heading}
          maxLength={longestHeading}
          required
          className={`${controlStyle()} min-w-0 flex-1`}
          onChange={({ target }) => change(changePart(plan, at, { heading: target.value }))}
        />
      </div>
      <PartContents {...{ plan, at, sections, indicators, change }} />
      <PartButtons plan={plan} at={at} change={change} />
    </li>
  );
}

/** The sections and single indicators of a part, each with where it may go. */
function PartContents({ plan, at, sections, indicators, change }: Props) {
  const part = plan.parts[at]!;
  const contents = (['sections', 'indicators'] as const).flatMap((kind) =>
    part[kind].map((code) => ({
      kind,
      code,
      name: (kind === 'sections' ? sections : indicators).find((one) => one.code === code)?.name,
    })),
  );
  return (
    <ul className="mt-1 list-none">
      {contents.map(({ kind, code, name }) => (
        <li key={code} className="flex flex-wrap items-center justify-between gap-x-3">
          <PlaceSelect
            plan={plan}
            name={name ?? code}
            at={at}
            choose={(to) => change(put(plan, kind, code, to))}
          />
        </li>
      ))}
    </ul>
  );
}

function PartButtons({ plan, at, change }: Pick<Props, 'plan' | 'at' | 'change'>) {
  const t = useTranslations('plan');
  const part = plan.parts[at]!;
  const name = { number: at + 1 };
  return (
    <div className="mt-1 flex flex-wrap items-center gap-2">
      <label className="mr-auto flex min-h-8 items-center gap-2">
        <input
          type="checkbox"
          checked={part.isThemed}
          onChange={({ target }) => change(changePart(plan, at, { isThemed: target.checked }))}
        />
        {t('themed')}
      </label>
      <Button
        type="button"
        disabled={at === 0}
        aria-label={t('upOne', name)}
        onClick={() => change(movePart(plan, at, at - 1))}
      >
        {t('up')}
      </Button>
      <Button
        type="button"
        disabled={at === plan.parts.length - 1}
        aria-label={t('downOne', name)}
        onClick={() => change(movePart(plan, at, at + 1))}
      >
        {t('down')}
      </Button>
      <Button
        type="button"
        aria-label={t('removeOne', name)}
        onClick={() => change(removePart(plan, at))}
      >
        {t('remove')}
      </Button>
    </div>
  );
}
