'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { CheckboxGroup } from '@/components/ui/checkbox-group';
import { Notice } from '@/components/ui/notice';
import { useKeptForm } from '@/components/ui/use-kept-form';

type Issue = { field: string | null; code: string; params: Record<string, string> };
export type ChoiceState = { issues: Issue[]; values: Record<string, string[]>; result?: number };

type Option = { code: string; name: string; unit: string; definition: string };
type Props = {
  action: (state: ChoiceState, form: FormData) => Promise<ChoiceState>;
  reportId: string;
  sections: readonly { code: string; name: string; core: number; optional: readonly Option[] }[];
  chosen: readonly string[];
};

const untouched: ChoiceState = { issues: [], values: {} };

/** The optional indicators of every section; a section opens where something in it is chosen. */
export function ChoiceForm({ action, reportId, sections, chosen }: Props) {
  const t = useTranslations('reports.choice');
  const issueTexts = useTranslations('issues');
  const [{ issues, values, result: saved }, submit, isBusy] = useKeptForm(action, untouched);
  return (
    <form action={submit} className="border border-line bg-paper px-4 py-2 sm:px-6">
      <input type="hidden" name="reportId" value={reportId} />
      {sections.map(({ code, name, core, optional }) => {
        const here = optional.filter((one) => chosen.includes(one.code)).length;
        return (
          <details key={code} open={here > 0} className="border-b border-line py-1">
            <summary className="flex min-h-10 flex-wrap items-center gap-x-4">
              <span className="font-bold">{name}</span>
              <span className="text-table text-ink-2">
                {t('core', { count: core })} ·{' '}
                {t('chosen', { chosen: here, count: optional.length })}
              </span>
            </summary>
            <CheckboxGroup
              id={`choose-${code}`}
              name="code[]"
              legend={<span className="sr-only">{t('legend', { section: name })}</span>}
              chosen={issues.length > 0 ? (values['code[]'] ?? []) : chosen}
              options={optional.map((one) => ({
                value: one.code,
                label: `${one.name}（${one.unit}）`,
                hint: one.definition,
              }))}
            />
          </details>
        );
      })}
      <div className="stays-below bg-paper py-3">
        {issues.map(({ code, params }) => (
          <Notice key={code} kind="wrong" role="alert">
            {issueTexts(code as Parameters<typeof issueTexts>[0], params)}
          </Notice>
        ))}
        {saved === undefined ? null : (
          <Notice kind="good" role="status">
            <p>{t('saved', { count: saved })}</p>
          </Notice>
        )}
        <Button kind="primary" disabled={isBusy}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
