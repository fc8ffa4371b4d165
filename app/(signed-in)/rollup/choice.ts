import type { RollUpQuery } from '@/lib/paths';

type Asked = { basis?: string; standing?: string };

/** What an address asks for; anything else is the usual choice. */
export function rollUpChoice({ basis, standing }: Asked): Required<RollUpQuery> {
  return { basis: basis === 'today' ? 'today' : 'then', standing: standing === 'approved' ? 'approved' : 'submitted' };
}
