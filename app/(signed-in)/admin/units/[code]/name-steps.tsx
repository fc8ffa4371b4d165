import { useTranslations } from 'next-intl';
import { OpenStep } from '@/components/fields/open-step';
import { stepWords } from '@/components/fields/step-words';
import { currentTime } from '@/lib/current-time';
import type { listUnits } from '@/lib/data/tree/units';
import { officeDay } from '@/lib/domain/tree/office-day';
import { unitKinds } from '@/lib/domain/tree/unit';
import { renameUnit, setUnitDetails } from '../actions';

type Props = { unit: Awaited<ReturnType<typeof listUnits>>[number] };

/** What changes a unit and leaves its place: another name, and its details. */
export const NameSteps = ({ unit }: Props) => (
  <>
    <RenameStep unit={unit} />
    <DetailsStep unit={unit} />
  </>
);

function RenameStep({ unit }: Props) {
  const t = useTranslations('admin.units');
  const key = { kind: 'hidden' as const, name: 'unit', value: unit.code };
  return (
    <OpenStep
      id="rename"
      action={renameUnit}
      isPrimary
      words={stepWords('rename', t)}
      fields={[
        key,
        { kind: 'text', name: 'name', label: t('nameZh'), value: unit.name },
        {
          kind: 'text',
          name: 'nameEn',
          label: t('nameEn'),
          hint: t('nameEnHint'),
          value: unit.nameEn === unit.name ? '' : unit.nameEn,
        },
        {
          kind: 'date',
          name: 'from',
          label: t('rename.from'),
          hint: t('rename.fromHint'),
          value: officeDay(currentTime()),
        },
        {
          kind: 'checkboxes',
          name: 'correction[]',
          label: t('rename.kind'),
          values: [],
          options: [
            { value: 'yes', label: t('rename.correction'), hint: t('rename.correctionHint') },
          ],
        },
      ]}
    />
  );
}

function DetailsStep({ unit }: Props) {
  const t = useTranslations('admin.units');
  const key = { kind: 'hidden' as const, name: 'unit', value: unit.code };
  return (
    <OpenStep
      id="details"
      action={setUnitDetails}
      words={{
        title: t('details.title'),
        submit: t('details.submit'),
        saved: t('details.saved'),
      }}
      fields={[
        key,
        {
          kind: 'select',
          name: 'kind',
          label: t('details.kind'),
          value: unit.kind,
          options: unitKinds.map((kind) => ({
            value: kind,
            label: t(`details.kinds.${kind}`),
          })),
        },
        {
          kind: 'checkboxes',
          name: 'countedElsewhere[]',
          label: t('details.counting'),
          values: unit.countedElsewhere ? ['yes'] : [],
          options: [
            { value: 'yes', label: t('details.elsewhere'), hint: t('details.elsewhereHint') },
          ],
        },
        {
          kind: 'text',
          name: 'contactName',
          label: t('details.contactName'),
          value: unit.contactName ?? '',
        },
        {
          kind: 'text',
          name: 'contactPhone',
          label: t('details.contactPhone'),
          value: unit.contactPhone ?? '',
        },
        {
          kind: 'text',
          name: 'contactEmail',
          label: t('details.contactEmail'),
          value: unit.contactEmail ?? '',
        },
      ]}
    />
  );
}
