import { getTranslations } from 'next-intl/server';
import type { Place } from './places';

/** Every place of this summary that shows the same number, as a way there. */
export async function OtherPlaces({ places, at }: { places: Place[]; at: string | null }) {
  const t = await getTranslations('summary');
  const others = places.filter(({ id }) => id !== at);
  // The number behind a closed <details> cannot take the focus.
  const reachable = others.filter(({ where }) => where !== 'chart');
  const charts = [...new Set(others.filter(({ where }) => where === 'chart').map(({ under }) => under))];
  if (others.length === 0) return null;
  return (
    <>
      <h3 className="mt-4">{t('trace.places')}</h3>
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
