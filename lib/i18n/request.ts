import { cookies } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { localeCookie, localeOf } from './locales';
import { messages } from './messages';

/** Language of this request. Dates are those of the offices, whatever the server's clock is set to. */
export default getRequestConfig(async () => {
  const locale = localeOf((await cookies()).get(localeCookie)?.value);
  return {
    locale,
    messages: messages[locale],
    timeZone: 'Asia/Shanghai',
    formats: {
      dateTime: {
        day: { year: 'numeric', month: 'long', day: 'numeric' },
        minute: {
          year: 'numeric',
          month: 'long',
          day: 'numeric',
          hour: '2-digit',
          minute: '2-digit',
          hourCycle: 'h23',
        },
        second: {
          year: 'numeric',
          month: 'long',
          day: 'numeric',
          hour: '2-digit',
          minute: '2-digit',
          second: '2-digit',
          hourCycle: 'h23',
        },
        clock: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
      },
    },
  };
});
