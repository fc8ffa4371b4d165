import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { listUnits } from '@/lib/data/tree/units';
import { levelsBelow } from '@/lib/domain/tree/unit';
import { requireAdministrator } from '../administrator';
import { AddUnit } from './add-unit';
import { UnitTable } from './unit-table';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('units.title') };
}

/** The tree of units, and a form that adds one. */
export default async function UnitsPage() {
  const [viewer, t] = await Promise.all([requireAdministrator(), getTranslations('admin.units')]);
  const units = await listUnits(viewer);
  const levels = levelsBelow(viewer.unit.level);
  return (
    <>
      <PageHead
        title={t('title')}
        meta={t('intro')}
        actions={levels.length > 0 ? <LinkButton href="#add">{t('add.title')}</LinkButton> : null}
      />
      <Sheet>
        <UnitTable units={units} />
      </Sheet>
      {levels.length === 0 ? (
        <Sheet className="no-print my-4">
          <h2>{t('add.title')}</h2>
          <Notice>{t('add.none')}</Notice>
        </Sheet>
      ) : (
        <AddUnit units={units} own={viewer.unit} />
      )}
    </>
  );
}
