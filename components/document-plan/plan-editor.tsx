'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { controlStyle } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Sheet } from '@/components/ui/sheet';
import { useKeptForm } from '@/components/ui/use-kept-form';
import { longestClosing, mostParts, type DocumentPlan } from '@/lib/domain/document-plan/plan';
import { standardPlan, standardPlanNames } from '@/lib/domain/document-plan/standard-plans';
import { addPart, put } from './change-plan';
import { PlaceSelect, type Named } from './place-select';
import { PlanPart } from './plan-part';
import { PlanPreview, type Line, type PreviewAction } from './plan-preview';

type Issue = { field: string | null; code: string; params: Record<string, string> };
type SaveState = { issues: Issue[]; values: Record<string, string[]>; result?: undefined };
type Props = {
  unit: string;
  period: string;
  revision: number;
  plan: DocumentPlan | null;
  from: string | null;
  sections: readonly Named[];
  indicators: readonly Named[];
  lines: Line[];
  preview: PreviewAction;
  save: (state: SaveState, form: FormData) => Promise<SaveState>;
};

/** The plan of an office's documents beside the text that it makes. */
export function PlanEditor({ plan: kept, sections, indicators, lines, preview, ...props }: Props) {
  const t = useTranslations('plan');
  const [plan, setPlan] = useState(kept);
  const change = (next: DocumentPlan) => setPlan(next);
  const placed = new Set(plan?.parts.flatMap((part) => part.sections));
  const left = sections.filter(({ code }) => !placed.has(code));
  return (
    <div className="grid items-start gap-6 min-[1000px]:grid-cols-[26rem_minmax(0,1fr)]">
      <Sheet aria-labelledby="plan-parts">
        <h2 id="plan-parts">{t('parts')}</h2>
        <p className="text-table text-ink-2">
          {props.from
            ? t('inherited', { name: props.from })
            : t(props.revision > 0 ? 'own' : 'none')}
        </p>
        <StandardPlans choose={change} />
        {plan ? (
          <>
            <ol className="list-none">
              {plan.parts.map((part, at) => (
                <PlanPart key={part.id} {...{ plan, at, sections, indicators, change }} />
              ))}
            </ol>
            <p className="my-2">
              <Button
                type="button"
                disabled={plan.parts.length >= mostParts}
                onClick={() => change(addPart(plan))}
              >
                {t('add')}
              </Button>
            </p>
            <LeftOut plan={plan} left={left} change={change} />
            <SingleIndicator plan={plan} indicators={indicators} change={change} />
            <Ends plan={plan} change={change} />
          </>
        ) : null}
        <SaveForm {...props} plan={plan} />
      </Sheet>
      <PlanPreview {...{ unit: props.unit, period: props.period, plan, lines, preview }} />
    </div>
  );
}

function StandardPlans({ choose }: { choose(plan: DocumentPlan): void }) {
  const t = useTranslations('plan.standard');
  return (
    <fieldset className="mt-2">
      <legend className="font-bold">{t('title')}</legend>
      <div className="flex flex-wrap gap-2">
        {standardPlanNames.map((name) => (
          <Button key={name} type="button" onClick={() => choose(standardPlan(name))}>
            {t(`names.${name}`)}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}

type PartProps = { plan: DocumentPlan; change(plan: DocumentPlan): void };

function LeftOut({ plan, left, change }: PartProps & { left: readonly Named[] }) {
  const t = useTranslations('plan');
  if (left.length === 0) return null;
  return (
    <fieldset className="border-b border-line py-2">
      <legend className="font-bold">{t('leftOut')}</legend>
      {left.map(({ code, name }) => (
        <div key={code} className="flex flex-wrap items-center justify-between gap-x-3">
          <PlaceSelect
            plan={plan}
            name={name}
            at={null}
            choose={(to) => change(put(plan, 'sections', code, to))}
          />
        </div>
      ))}
    </fieldset>
  );
}

/** A single indicator out of its section into another part. */
function SingleIndicator({ plan, indicators, change }: PartProps & Pick<Props, 'indicators'>) {
  const t = useTranslations('plan.single');
  const [name, setName] = useState('');
  const [at, setAt] = useState(0);
  const chosen = indicators.find((one) => one.name === name.trim());
  return (
    <fieldset className="border-b border-line py-2">
      <legend className="font-bold">{t('title')}</legend>
      <label className="block">
        {t('name')}
        <input
          list="plan-indicators"
          value={name}
          className={`${controlStyle()} block w-full`}
          onChange={({ target }) => setName(target.value)}
        />
      </label>
      <datalist id="plan-indicators">
        {indicators.map((one) => (
          <option key={one.code} value={one.name} />
        ))}
      </datalist>
      <div className="mt-1 flex flex-wrap items-center gap-2">
        <label>
          {t('into')}{' '}
          <select
            value={at}
            className={`${controlStyle()} w-44 min-w-0`}
            onChange={({ target }) => setAt(Number(target.value))}
          >
            {plan.parts.map(({ id, heading }, place) => (
              <option key={id} value={place}>
                {t('part', { number: place + 1, heading })}
              </option>
            ))}
          </select>
        </label>
        <Button
          type="button"
          disabled={!chosen}
          onClick={() => {
            change(put(plan, 'indicators', chosen!.code, at));
            setName('');
          }}
        >
          {t('put')}
        </Button>
      </div>
    </fieldset>
  );
}

function Ends({ plan, change }: PartProps) {
  const t = useTranslations('plan');
  return (
    <fieldset className="py-2">
      <legend className="font-bold">{t('ends')}</legend>
      {(['honoursFirst', 'outlook'] as const).map((name) => (
        <label key={name} className="flex min-h-8 items-center gap-2">
          <input
            type="checkbox"
            checked={plan[name]}
            onChange={({ target }) => change({ ...plan, [name]: target.checked })}
          />
          {t(name)}
        </label>
      ))}
      <label className="block">
        {t('closing')}
        <textarea
          lang="zh-CN"
          rows={2}
          maxLength={longestClosing}
          value={plan.closing}
          className={`${controlStyle()} block w-full`}
          onChange={({ target }) => change({ ...plan, closing: target.value })}
        />
      </label>
    </fieldset>
  );
}

type SaveProps = Pick<Props, 'unit' | 'period' | 'revision' | 'plan' | 'save'>;

function SaveForm({ unit, period, revision, plan, save }: SaveProps) {
  const t = useTranslations('plan');
  const issueTexts = useTranslations('issues');
  const [{ issues }, submit, isBusy] = useKeptForm(save, { issues: [], values: {} });
  return (
    <form action={submit}>
      {Object.entries({ unit, period, revision }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {issues.map(({ code, params }) => (
        <Notice key={code} kind="wrong" role="alert">
          {issueTexts(code as Parameters<typeof issueTexts>[0], params)}
        </Notice>
      ))}
      <p className="mt-2 flex flex-wrap gap-3">
        <Button
          kind="primary"
          name="plan"
          value={JSON.stringify(plan)}
          disabled={isBusy || plan === null}
        >
          {t('save')}
        </Button>
        {revision > 0 ? (
          <Button name="plan" value="null" disabled={isBusy}>
            {t('giveUp')}
          </Button>
        ) : null}
      </p>
    </form>
  );
}
