import type { RollUpChoice } from '@/lib/paths';

type Asked = { basis?: string; standing?: string; section?: string };

/** What an address asks for; anything else is the usual choice. */
export function rollUpChoice({ basis, standing, section }: Asked): RollUpChoice {
  return {
    basis: basis === 'today' ? 'today' : 'then',
    standing: standing === 'approved' ? 'approved' : 'submitted',
    section,
  };
}
