// What is on record of the office itself: units, people, periods, texts, tokens. The auditor's page shows it.
import type { Prisma } from '@/prisma/generated/client';

type About = { subject: string };
/** The network address that a try came from, where it is known. */
type From = { to?: { address: string } };
type Search = { to: Record<string, string | null> };
type UnitChange = Record<string, string | boolean | null>;
type PeriodDates = { opensAt: string; dueAt: string; lateUntil: string; closesAt: string };
type Rule = { days: number; form: 'single' | 'collective' };
type Person = { name: string; unit: string; roles: string[] };
type Exported = About & {
  to: { period: string; format: string; count?: number; edition?: number };
};
type Renewed = { revision: number; basis: Prisma.InputJsonValue };

/** What is kept of each kind; `subject` is the code, account or name of what it is about. */
export type OfficeEventData = {
  'audit.read': Search;
  'audit.exported': Search;
  'check.created': About & { to: Prisma.InputJsonObject };
  'check.changed': About & { from: Prisma.InputJsonObject; to: Prisma.InputJsonObject };
  'form.chosen': About & { from: string[]; to: string[] };
  'unit.created': About & { to: { name: string; level: string; parent: string | null } };
  'unit.changed': About & { from: UnitChange; to: UnitChange | null };
  'unit.moved': About & { from: UnitChange; to: UnitChange };
  'unit.closed': About & { to: { validTo: string; into?: string } };
  'unit.split': About & {
    from?: { on: string };
    to: { into: string[]; on: string; goesOn: boolean } | null;
  };
  'manuscript.started': About & { to: { submissions: Prisma.InputJsonValue } };
  'manuscript.updated': About & { to: { revision: number; sentences: string[] } };
  'manuscript.renewed': About & { from: Renewed; to: Renewed };
  'manuscript.restored': About & { from: Renewed; to: Renewed };
  'plan.saved': About & { from: Prisma.InputJsonValue; to: Prisma.InputJsonValue };
  'letterhead.saved': About & { from: Prisma.InputJsonObject; to: Prisma.InputJsonObject };
  'edition.issued': About & {
    to: { number: number; hash: string; submissions: Prisma.InputJsonValue };
  };
  'person.created': About & { to: Person };
  'person.changed': About & { from?: Person; to: Prisma.InputJsonObject };
  'person.invited': About;
  'person.disabled': About;
  'person.enabled': About;
  'reminder.ruled': About & { from?: Rule; to: Rule | null };
  'reminder.collected': About & { to: string };
  'delivery.tested': About & { to: Record<string, string> };
  'summary.exported': Exported;
  'report.exported': Exported;
  'rollup.exported': Exported;
  'figures.exported': Exported;
  'period.created': About & {
    to: PeriodDates & { levels: string[]; signatures: number; reports: number };
  };
  'period.changed': About & {
    from: PeriodDates & { signatures: number };
    to: PeriodDates & { signatures: number };
  };
  'session.signedIn': From;
  'session.signedOut': unknown;
  'session.failed': About & From;
  'session.lockedOut': About & From;
  'submission.altered': About & { from: { fingerprint: string }; to: { fingerprint: string } };
  'token.created': About & {
    to: { name: string; purpose: string; unit: string; rights: string[]; expiresAt: string };
  };
  'token.revoked': About & { from: { name: string } };
};
