import { useLocale, useTranslations } from 'next-intl';
import { Deadline } from '@/components/board/deadline';
import { LinkButton } from '@/components/ui/link-button';
import { Sheet } from '@/components/ui/sheet';
import type { Task } from '@/lib/domain/report/tasks';
import { labelOf, labelOfCode, type Period } from '@/lib/domain/tree/period';
import { paths } from '@/lib/paths';
import type { ComponentProps } from 'react';

type Dated = Period & ComponentProps<typeof Deadline>['deadlines'];
type Props = { tasks: readonly Task[]; periods: readonly Dated[]; now: Date };

/** What waits for the viewer, a line and a button each; the first is the page's one next step. */
export function TaskList({ tasks, periods, now }: Props) {
  const t = useTranslations('home');
  return (
    <Sheet>
      <h2>{t('tasks.title')}</h2>
      {tasks.length === 0 ? (
        <NothingToDo periods={periods} now={now} />
      ) : (
        <ol className="mt-1">
          {tasks.map((task, index) => (
            <TaskLine
              key={index}
              task={task}
              isFirst={index === 0}
              period={periods.find(({ code }) => code === periodOf(task))}
              now={now}
            />
          ))}
        </ol>
      )}
    </Sheet>
  );
}

const periodOf = (task: Task): string | undefined =>
  'report' in task ? task.report.period.code : 'period' in task ? task.period : undefined;

type LineProps = { task: Task; isFirst: boolean; period: Dated | undefined; now: Date };

function TaskLine({ task, isFirst, period, now }: LineProps) {
  const [t, locale] = [useTranslations('home.tasks'), useLocale()];
  const code = periodOf(task);
  return (
    <li className="flex min-h-12 flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-line py-2 last:border-0">
      <span>
        <span className={isFirst ? 'font-bold' : undefined}>
          {t(`${task.kind}.text`, {
            ...numbersOf(task),
            period: code ? labelOfCode(code, locale) : '',
          })}
        </span>
        {period && task.kind !== 'review' ? (
          <span className="ml-3 text-table text-ink-2">
            <Deadline deadlines={period} now={now} />
          </span>
        ) : null}
      </span>
      <LinkButton href={hrefOf(task)} kind={isFirst ? 'primary' : 'plain'}>
        {t(`${task.kind}.step`)}
      </LinkButton>
    </li>
  );
}

/** The numbers that a task's sentence names. */
function numbersOf(task: Task): Record<string, number> {
  switch (task.kind) {
    case 'fill':
    case 'correct':
    case 'sign':
      return { filled: task.report.filled, expected: task.report.expected };
    case 'review':
      return { count: task.count, late: task.late };
    case 'chase':
      return { count: task.count, overdue: task.overdue };
    default:
      return { count: task.count };
  }
}

function hrefOf(task: Task): string {
  switch (task.kind) {
    case 'fill':
    case 'correct':
      return paths.report(task.report.id);
    case 'sign':
      return paths.check(task.report.id);
    case 'proposals':
      return paths.proposals(task.report.id);
    case 'review':
      return paths.reviewQueue(task.period);
    case 'waivers':
      return paths.openWaivers();
    case 'extensions':
      return paths.progress();
    case 'chase':
      return paths.progress({ period: task.period });
  }
}

/** Nothing waits; what comes next is said all the same. */
function NothingToDo({ periods, now }: Omit<Props, 'tasks'>) {
  const [t, locale] = [useTranslations('home.tasks'), useLocale()];
  return (
    <div className="mt-1">
      <p>{t('none')}</p>
      {periods.map((period) => (
        <p key={period.code} className="text-ink-2">
          {labelOf(period, locale)} <Deadline deadlines={period} now={now} />
        </p>
      ))}
    </div>
  );
}
