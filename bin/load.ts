// Brings the database of DATABASE_URL to the present: migrations, the standard catalogue, and with GONGBAO_DEMO=1 the
// demo world. Sends its parent the demo accounts, and the invitation of the first administrator while nobody is there.
import pg from 'pg';
import { findCatalogue, loadCatalogue } from '@/lib/data/catalogue/catalogue';
import { disconnect } from '@/lib/data/database/client';
import { applyMigrations } from '@/lib/data/database/migrate';
import { sealEarlier } from '@/lib/data/integrity/fingerprints';
import { createFirstAdministratorLink } from '@/lib/data/people/setup';
import { standardCatalogue } from '@/prisma/catalogue/standard-catalogue';
import { demoAccounts, loadWorld } from '@/prisma/world/load';

const url = process.env.DATABASE_URL;
if (!url) throw new Error('DATABASE_URL is not set');
const isDemo = process.env.GONGBAO_DEMO === '1';

// Several instances that start at once take turns.
const turn = new pg.Client({ connectionString: url });
await turn.connect();
// By a transaction: a pooler in transaction mode would leave a session's lock on a connection that others get.
await turn.query('BEGIN');
await turn.query('SELECT pg_advisory_xact_lock(20261121)');
try {
  await applyMigrations(url);
  await loadCatalogue(standardCatalogue);
  if (isDemo) await loadWorld(await findCatalogue());
  await sealEarlier();
  // Before the database looks by itself, it plans the first pages without knowing how much there is.
  await turn.query('ANALYZE');
  const invitation = isDemo ? null : await createFirstAdministratorLink();
  await turn.query('COMMIT');
  await sendResult({ accounts: isDemo ? demoAccounts() : [], invitation });
} finally {
  await disconnect();
  await turn.end();
}
process.exit();

function sendResult(result: unknown): Promise<void> {
  return new Promise((resolve) =>
    process.send ? process.send(result, undefined, undefined, () => resolve()) : resolve(),
  );
}
