'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { unitLevels } from '@/lib/domain/tree/unit';
import { paths } from '@/lib/paths';
import { setUp } from './actions';
import { PasswordFields } from './password-fields';
import { useEnteringForm } from './use-entering-form';

/** The topmost unit and the first administrator of an empty installation. */
export function SetupForm({ token }: { token: string }) {
  const [t, common] = [useTranslations('invite.setup'), useTranslations('common')];
  const form = useEnteringForm(setUp, paths.admin.home());
  const field = (id: string) => ({ id, error: form.error(id), defaultValue: form.typed(id) });
  return (
    <form action={form.send}>
      <ErrorSummary
        title={common('errorTitle', { count: form.errors.length })}
        errors={form.errors}
      />
      <h2 className="mt-6">{t('unit')}</h2>
      <TextInput {...field('code')} label={t('code')} hint={t('codeHint')} className="w-40" />
      <TextInput {...field('name')} label={t('name')} />
      <TextInput {...field('nameEn')} label={t('nameEn')} hint={t('nameEnHint')} />
      <Select
        id="level"
        label={t('level')}
        error={form.error('level')}
        defaultValue={form.typed('level') ?? 'city'}
        key={form.typed('level')}
        options={unitLevels.map((level) => ({ value: level, label: common(`levels.${level}`) }))}
      />
      <h2 className="mt-6">{t('person')}</h2>
      <TextInput {...field('personName')} label={t('personName')} className="w-60" />
      <TextInput
        {...field('account')}
        label={t('account')}
        hint={t('accountHint')}
        className="w-60"
        autoComplete="username"
        autoCapitalize="none"
      />
      <PasswordFields token={token} error={form.error} />
      <Button kind="primary" disabled={form.isBusy}>
        {t('submit')}
      </Button>
    </form>
  );
}
