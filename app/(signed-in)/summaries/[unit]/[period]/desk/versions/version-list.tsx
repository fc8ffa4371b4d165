import { getTranslations } from 'next-intl/server';
import { Sheet } from '@/components/ui/sheet';
import type { Version, Versions } from '@/lib/data/desk/versions';
import { paths } from '@/lib/paths';
import { basisWords } from '../basis-words';

type Props = {
  unit: string;
  period: string;
  versions: Versions;
  /** The revision that is looked at. */
  chosen: number | null;
  say: (version: Version) => string;
};

/** The kept versions, newest first, each to be looked at. */
export async function VersionList({ unit, period, versions, chosen, say }: Props) {
  const [t, sayBasis] = await Promise.all([getTranslations('desk.versions'), basisWords()]);
  const { standing, former } = versions;
  return (
    <Sheet aria-labelledby="versions" className="mt-4">
      <h2 id="versions">{t('list', { count: former.length })}</h2>
      <p className="text-ink-2">{t('now', { row: say(standing) })}</p>
      {former.length === 0 ? <p>{t('none')}</p> : null}
      <ul className="list-none">
        {former.map((version) => (
          <li
            key={version.revision}
            aria-current={version.revision === chosen ? 'true' : undefined}
            className="flex flex-wrap items-baseline gap-x-4 border-b border-line py-2"
          >
            <a
              href={paths.versions(unit, period, version.revision)}
              aria-label={t('lookAt', { row: say(version) })}
            >
              {say(version)}
            </a>
            <span className="text-table text-ink-2">{sayBasis(version.basis)}</span>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
