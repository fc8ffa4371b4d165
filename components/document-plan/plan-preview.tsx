'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'next-intl';
import { Sheet } from '@/components/ui/sheet';
import type { DocumentPlan } from '@/lib/domain/document-plan/plan';

export type Line = { kind: 'title' | 'heading' | 'body'; text: string };
export type PreviewAction = (
  state: { issues: never[]; values: Record<string, never> },
  form: FormData,
) => Promise<{ result?: Line[] }>;

type Props = {
  unit: string;
  period: string;
  plan: DocumentPlan | null;
  lines: Line[];
  preview: PreviewAction;
};

const pause = 500;

/** The text beside the plan, written anew a moment after each change; `plan` is null while it cannot be written. */
export function PlanPreview({ unit, period, plan, lines, preview }: Props) {
  const t = useTranslations('plan');
  const wanted = plan && JSON.stringify(plan);
  const [shown, setShown] = useState({ plan: wanted, lines });
  useEffect(() => {
    if (wanted === null || wanted === shown.plan) return;
    let isOld = false;
    const timer = setTimeout(() => {
      const form = new FormData();
      for (const [name, value] of Object.entries({ unit, period, plan: wanted }))
        form.set(name, value);
      preview({ issues: [], values: {} }, form).then(
        ({ result }) => !isOld && setShown((old) => ({ plan: wanted, lines: result ?? old.lines })),
        () => undefined,
      );
    }, pause);
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [wanted, shown.plan, unit, period, preview]);
  return (
    <Sheet aria-labelledby="plan-text">
      <h2 id="plan-text">{t('text')}</h2>
      <div lang="zh-CN" className="document">
        {shown.lines.map(({ kind, text }, at) =>
          kind === 'body' ? (
            <p key={at}>{text}</p>
          ) : kind === 'heading' ? (
            <h3 key={at}>{text}</h3>
          ) : null,
        )}
      </div>
    </Sheet>
  );
}
