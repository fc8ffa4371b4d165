'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Sheet } from '@/components/ui/sheet';
import { useKeptForm } from '@/components/ui/use-kept-form';
import type { FormAction } from './form-state';
import { MappingCrossings } from './mapping-crossings';
import { MappingLines } from './mapping-lines';
import type { MappingProps } from './mapping-props';
import { MappingQuestions } from './mapping-questions';
import { MappingShape } from './mapping-shape';

/** What the rows and columns of a foreign table mean: as recognised, and as a person puts it right. */
export function MappingForm({ action, ...props }: MappingProps & { action: FormAction }) {
  const t = useTranslations('sheetImport');
  const common = useTranslations('common');
  const issueText = useTranslations('issues');
  const [{ issues }, send, isSaving] = useKeptForm(action, { issues: [], values: {} });
  const errors = issues.map(({ field, code, params }) => ({
    href: field ? `#${field}` : '#mapping',
    text: issueText.has(code as never) ? issueText(code as never, params as never) : code,
  }));
  return (
    <form id="mapping" action={send} onReset={(event) => event.preventDefault()}>
      <ErrorSummary title={common('errorTitle', { count: errors.length })} errors={errors} />
      <input type="hidden" name="importId" value={props.importId} />
      <MappingQuestions {...props} />
      <Sheet className="mb-4">
        <h2>{t('step1')}</h2>
        <MappingShape {...props} />
        <Button name="go" value="again" disabled={isSaving}>
          {t('again')}
        </Button>
      </Sheet>
      {props.found ? (
        <>
          <Sheet className="mb-4">
            <h2>{t('step2')}</h2>
            <MappingLines
              lines={props.lines}
              indicators={props.indicators}
              periods={props.periods}
              wrong={issues.map(({ field }) => field)}
            />
          </Sheet>
          <Sheet className="mb-4">
            <h2>{t('step3')}</h2>
            <MappingCrossings crossings={props.crossings} periods={props.periods} />
          </Sheet>
          <p role="status" aria-live="polite">
            {isSaving ? t('saving') : ''}
          </p>
          <Button kind="primary" name="go" value="check" disabled={isSaving}>
            {t('check')}
          </Button>
        </>
      ) : null}
    </form>
  );
}
