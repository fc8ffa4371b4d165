'use client';

import { signIn } from 'next-auth/react';
import { useTranslations } from 'next-intl';
import { useActionState, useState, type FormEvent } from 'react';
import type { Role } from '@/lib/domain/access/policy';
import { enterDemo } from './actions';

type Person = {
  account: string;
  name: string;
  roles: Role[];
  unit: { name: string; nameEn: string; code: string };
};
type Props = { people: Person[]; next: string; locale: string };

// The people of the five-minute tour; the others are one click further.
const tour = ['chenxiaoyan', 'sunguohua', 'linxiaofeng', 'wangmin', 'lizhiqiang', 'zhengweidong'];

/** The named people of the demo world, one click each. */
export function DemoPeople({ people, next, locale }: Props) {
  const t = useTranslations('signIn.demo');
  const first = tour.flatMap((account) => people.filter((person) => person.account === account));
  const others = people.filter(({ account }) => !tour.includes(account));
  return (
    <section aria-labelledby="demo-people" className="mt-8 border-t border-line pt-6">
      <h2 id="demo-people">{t('title')}</h2>
      <p className="mt-1 text-ink-2">{t('text')}</p>
      <PeopleList people={first} next={next} locale={locale} />
      <details className="mt-4">
        <summary className="cursor-pointer text-act">{t('more')}</summary>
        <PeopleList people={others} next={next} locale={locale} />
      </details>
    </section>
  );
}

function PeopleList({ people, next, locale }: Props) {
  const common = useTranslations('common');
  const [, send] = useActionState(enterDemo, { issues: [], values: {} });
  const [entering, setEntering] = useState<string | null>(null);

  async function enter(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const account = ((event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement).value;
    setEntering(account);
    const answer = await signIn('demo', { account, redirect: false }).catch(() => undefined);
    if (answer?.ok) window.location.assign(next);
    else setEntering(null);
  }

  return (
    <form onSubmit={(event) => void enter(event)} action={send}>
      <input type="hidden" name="next" value={next} />
      <ul className="mt-3 divide-y divide-line border-y border-line">
        {people.map(({ account, name, roles, unit }) => (
          <li key={account}>
            <button
              name="account"
              value={account}
              disabled={entering !== null}
              className="flex min-h-11 w-full flex-wrap items-center gap-x-4 px-2 py-1 text-left hover:bg-ground"
            >
              <span className="min-w-16 font-bold text-act underline underline-offset-3">
                {name}
              </span>
              <span className="min-w-16">
                {roles.map((role) => common(`roles.${role}`)).join(' ')}
              </span>
              <span className="text-ink-2">{locale === 'en' ? unit.nameEn : unit.name}</span>
            </button>
          </li>
        ))}
      </ul>
    </form>
  );
}
