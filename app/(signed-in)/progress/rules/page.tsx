import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { FieldsForm } from '@/components/fields/fields-form';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { ClientMessages } from '@/components/layout/client-messages';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { requireViewer } from '@/lib/auth/viewer';
import { listReminderRules, type ReminderRuleView } from '@/lib/data/reminders/rules';
import { can } from '@/lib/domain/access/policy';
import { usualReminder } from '@/lib/domain/report/progress';
import { paths } from '@/lib/paths';
import { removeRule } from '../actions';
import { AddRule } from './add-rule';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('progress'))('rules.title') };
}

/** On which days those who have not reported are reminded without anybody having to think of it. */
export default async function ReminderRulesPage() {
  const [viewer, t] = await Promise.all([requireViewer(), getTranslations('progress')]);
  if (!can(viewer, 'reminder.rule', { relation: 'own' })) notFound();
  const rules = await listReminderRules(viewer);
  const dayOf = (days: number) =>
    days === 0
      ? t('rules.on')
      : t(days < 0 ? 'rules.before' : 'rules.after', { days: Math.abs(days) });
  const wordsOf = ({ days, form }: ReminderRuleView) =>
    t('rules.rule', { day: dayOf(days), form: t(`rules.forms.${form}`) });
  return (
    <>
      <Breadcrumbs trail={[{ href: paths.progress(), text: t('title') }]} here={t('rules.title')} />
      <PageHead title={t('rules.title')} meta={t('rules.intro')} />
      <ClientMessages areas={['fields', 'issues']}>
        <Sheet>
          {rules.length === 0 ? <p>{t('rules.none')}</p> : null}
          <ul>
            {rules.map((rule) => (
              <li
                key={rule.id}
                className="flex flex-wrap items-center gap-x-6 border-b border-line py-2"
              >
                <span className="font-bold">{wordsOf(rule)}</span>
                <span className="text-ink-2">{t('rules.by', { by: rule.by })}</span>
                <FieldsForm
                  id={`remove-${rule.id}`}
                  action={removeRule}
                  submit={t('rules.remove', { rule: wordsOf(rule) })}
                  saved={t('rules.removed')}
                  fields={[{ kind: 'hidden', name: 'id', value: rule.id }]}
                />
              </li>
            ))}
          </ul>
          <AddRule />
          <p className="mt-4 text-ink-2">{t('rules.text')}</p>
          <p lang="zh-CN" className="border-l-4 border-line pl-3">
            {usualReminder}
          </p>
        </Sheet>
      </ClientMessages>
    </>
  );
}
