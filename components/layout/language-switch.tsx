import { getLocale } from 'next-intl/server';
import { chooseLocale } from '@/lib/i18n/choose-locale';
import { locales } from '@/lib/i18n/locales';

const names = { 'zh-CN': '中文', en: 'English' } as const;

/** The other language, named in itself. */
export async function LanguageSwitch() {
  const locale = await getLocale();
  return (
    <form action={chooseLocale} className="flex gap-3">
      {locales
        .filter((other) => other !== locale)
        .map((other) => (
          <button
            key={other}
            name="locale"
            value={other}
            lang={other}
            className="min-h-8 px-1 text-table text-act underline underline-offset-3"
          >
            {names[other]}
          </button>
        ))}
    </form>
  );
}
