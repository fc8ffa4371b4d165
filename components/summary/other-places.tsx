import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { Place } from './places';
import type { SummaryAddress } from './summary-address';

/** Every place of this summary that shows the same number, as a way there. */
export async function OtherPlaces({
  places,
  trace,
  address,
}: {
  places: Place[];
  trace: string;
  address: SummaryAddress;
}) {
  const t = await getTranslations('summary');
  const others = places.filter(({ id }) => id !== address.at);
  // The number behind a closed <details> cannot take the focus.
  const reachable = others.filter(({ where }) => where !== 'chart');
  const charts = [
    ...new Set(others.filter(({ where }) => where === 'chart').map(({ under }) => under)),
  ];
  if (others.length === 0) return null;
  return (
    <>
      <h3 className="mt-4">{t('trace.places')}</h3>
      <Steps
        places={places.filter(({ where }) => where !== 'chart')}
        trace={trace}
        address={address}
      />
      <ul className="list-none">
        {reachable.map(({ id, where, under, before, after, text }) => (
          <li key={id} className="py-1">
            <a href={`#${id}`} lang="zh-CN">
              {where === 'table' ? t('trace.inTable', { text }) : under || t('trace.inText')}
            </a>
            {where === 'text' ? (
              <span lang="zh-CN" className="block text-table text-ink-2">
                {`…${before.slice(-12)}`}
                <b>{text}</b>
                {`${after.slice(0, 12)}…`}
              </span>
            ) : null}
          </li>
        ))}
        {charts.map((title) => (
          <li key={title} className="py-1" lang="zh-CN">
            {t('trace.inChart', { title })}
          </li>
        ))}
      </ul>
    </>
  );
}

/** From the place where the reader is to the one before and the one after it. */
async function Steps({
  places,
  trace,
  address,
}: {
  places: Place[];
  trace: string;
  address: SummaryAddress;
}) {
  const t = await getTranslations('summary');
  const here = places.findIndex(({ id }) => id === address.at);
  if (here < 0 || places.length < 2) return null;
  const to = (place: Place | undefined, sign: string, name: string) =>
    place ? (
      <Link
        href={`${address.place(place.id, trace)}#${place.id}`}
        aria-label={name}
        className="inline-flex min-h-6 min-w-6 justify-center"
      >
        {sign}
      </Link>
    ) : null;
  return (
    <p className="no-print flex items-baseline gap-3">
      {to(places[here - 1], '‹', t('trace.earlier'))}
      <span>{t('trace.step', { number: here + 1, count: places.length })}</span>
      {to(places[here + 1], '›', t('trace.later'))}
    </p>
  );
}
