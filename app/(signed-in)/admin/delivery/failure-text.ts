import { useTranslations } from 'next-intl';

/** The sentence for why reminders did not leave: "webhook status 503, mail refused 550". */
export function useFailureText(): (failure: string) => string {
  const [t, why] = [useTranslations('delivery'), useTranslations('issues')];
  return (failure) =>
    failure
      .split(', ')
      .map((one) => {
        const [way = '', code = '', detail = ''] = one.split(' ');
        return t('failure', {
          way: t(way === 'mail' ? 'mail' : 'webhook'),
          why: why(`delivery-${code}` as 'delivery-status', { detail }),
        });
      })
      .join(' ');
}
