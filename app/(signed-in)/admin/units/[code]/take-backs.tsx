import { getFormatter, getTranslations } from 'next-intl/server';
import { OpenStep } from '@/components/fields/open-step';
import type { UnitHistory } from '@/lib/data/tree/history';
import { takeMoveBack, takeNameBack } from '../actions';

/** What was recorded of a unit and can be taken back: renamings, and its last move. */
export async function TakeBacks({
  unit,
  history: { names, placements },
  mayMove,
}: {
  unit: string;
  history: UnitHistory;
  mayMove: boolean;
}) {
  const [t, format] = await Promise.all([getTranslations('admin.units'), getFormatter()]);
  // A place that is not named is not the viewer's: only who manages both takes a move back.
  const isManaged = placements.slice(-2).every(({ parent }) => parent !== null);
  const last = mayMove && isManaged && placements.length > 1 ? placements.slice(-1) : [];
  const steps = [
    ...names.slice(1).map(({ from }) => ({ from, of: 'rename' as const, action: takeNameBack })),
    ...last.map(({ from }) => ({ from, of: 'move' as const, action: takeMoveBack })),
  ];
  return steps.map(({ from, of, action }) => {
    const [date, on] = [format.dateTime(from, 'day'), from.toISOString().slice(0, 10)];
    return (
      <OpenStep
        key={`${of} ${on}`}
        id={`withdraw-${of}-${on}`}
        action={action}
        words={{
          title: t(`${of}.withdraw`, { date }),
          text: t(`${of}.withdrawText`),
          submit: t(`${of}.withdraw`, { date }),
          saved: t(`${of}.withdrawn`),
        }}
        fields={[
          { kind: 'hidden', name: 'unit', value: unit },
          { kind: 'hidden', name: 'on', value: on },
        ]}
      />
    );
  });
}
