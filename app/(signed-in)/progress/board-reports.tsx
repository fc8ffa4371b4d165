import { useTranslations } from 'next-intl';
import { ClientMessages } from '@/components/layout/client-messages';
import { BoardTable } from '@/components/progress/board-table';
import { ReminderDesk } from '@/components/progress/reminder-desk';
import { PageNumbers } from '@/components/ui/page-numbers';
import { pageOf } from '@/components/ui/paging';
import { sendReminders } from './actions';
import type { Board } from './read-board';

type Props = Pick<Board, 'what' | 'now' | 'shown' | 'mayRemind' | 'sender'> & {
  period: string;
  page: string | undefined;
  hrefOf: (page: string) => string;
};

/** The reports of the choice, page by page, with what reminds those who have not reported. */
export function BoardReports({ what, now, period, hrefOf, ...board }: Props) {
  const t = useTranslations('progress');
  const { shown: rows, page, pages } = pageOf(board.shown, board.page);
  return (
    <>
      {rows.length === 0 ? <p>{t(what === 'waiting' ? 'everybody' : 'nothing')}</p> : null}
      {rows.length > 0 && board.mayRemind ? (
        <ClientMessages areas={['progress', 'locks', 'issues']}>
          <ReminderDesk
            rows={rows}
            now={now}
            period={period}
            sender={board.sender}
            action={sendReminders}
          />
        </ClientMessages>
      ) : null}
      {rows.length > 0 && !board.mayRemind ? <BoardTable rows={rows} now={now} /> : null}
      <PageNumbers page={page} pages={pages} hrefOf={hrefOf} />
    </>
  );
}
