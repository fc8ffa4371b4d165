// All screen text, one file per area and language. A new area is added to both lists below;
// messages.test.ts fails when a file is missing here or the two languages differ in their keys.
import type { Locale } from './locales';
import enAccount from './messages/en/account.json';
import enAdmin from './messages/en/admin.json';
import enApi from './messages/en/api.json';
import enAudit from './messages/en/audit.json';
import enCheck from './messages/en/check.json';
import enCheckList from './messages/en/checkList.json';
import enCommon from './messages/en/common.json';
import enCover from './messages/en/cover.json';
import enDelivery from './messages/en/delivery.json';
import enDesk from './messages/en/desk.json';
import enEntry from './messages/en/entry.json';
import enExplore from './messages/en/explore.json';
import enFields from './messages/en/fields.json';
import enFigure from './messages/en/figure.json';
import enFiles from './messages/en/files.json';
import enEntryTools from './messages/en/entryTools.json';
import enOldReports from './messages/en/oldReports.json';
import enOpenMarks from './messages/en/openMarks.json';
import enPaste from './messages/en/paste.json';
import enImports from './messages/en/imports.json';
import enHints from './messages/en/hints.json';
import enHome from './messages/en/home.json';
import enHistory from './messages/en/history.json';
import enInvite from './messages/en/invite.json';
import enIssues from './messages/en/issues.json';
import enLiveChecks from './messages/en/liveChecks.json';
import enLocks from './messages/en/locks.json';
import enNotes from './messages/en/notes.json';
import enNotices from './messages/en/notices.json';
import enPdf from './messages/en/pdf.json';
import enPlan from './messages/en/plan.json';
import enProgress from './messages/en/progress.json';
import enProposals from './messages/en/proposals.json';
import enQuality from './messages/en/quality.json';
import enReports from './messages/en/reports.json';
import enReview from './messages/en/review.json';
import enRollup from './messages/en/rollup.json';
import enSheetImport from './messages/en/sheetImport.json';
import enSignIn from './messages/en/signIn.json';
import enSummary from './messages/en/summary.json';
import enUnits from './messages/en/units.json';
import enTargets from './messages/en/targets.json';
import zhAccount from './messages/zh-CN/account.json';
import zhAdmin from './messages/zh-CN/admin.json';
import zhApi from './messages/zh-CN/api.json';
import zhAudit from './messages/zh-CN/audit.json';
import zhCheck from './messages/zh-CN/check.json';
import zhCheckList from './messages/zh-CN/checkList.json';
import zhCommon from './messages/zh-CN/common.json';
import zhCover from './messages/zh-CN/cover.json';
import zhDelivery from './messages/zh-CN/delivery.json';
import zhDesk from './messages/zh-CN/desk.json';
import zhEntry from './messages/zh-CN/entry.json';
import zhExplore from './messages/zh-CN/explore.json';
import zhFields from './messages/zh-CN/fields.json';
import zhFigure from './messages/zh-CN/figure.json';
import zhFiles from './messages/zh-CN/files.json';
import zhEntryTools from './messages/zh-CN/entryTools.json';
import zhOldReports from './messages/zh-CN/oldReports.json';
import zhOpenMarks from './messages/zh-CN/openMarks.json';
import zhPaste from './messages/zh-CN/paste.json';
import zhImports from './messages/zh-CN/imports.json';
import zhHints from './messages/zh-CN/hints.json';
import zhHome from './messages/zh-CN/home.json';
import zhHistory from './messages/zh-CN/history.json';
import zhInvite from './messages/zh-CN/invite.json';
import zhIssues from './messages/zh-CN/issues.json';
import zhLiveChecks from './messages/zh-CN/liveChecks.json';
import zhLocks from './messages/zh-CN/locks.json';
import zhNotes from './messages/zh-CN/notes.json';
import zhNotices from './messages/zh-CN/notices.json';
import zhPdf from './messages/zh-CN/pdf.json';
import zhPlan from './messages/zh-CN/plan.json';
import zhProgress from './messages/zh-CN/progress.json';
import zhProposals from './messages/zh-CN/proposals.json';
import zhQuality from './messages/zh-CN/quality.json';
import zhReports from './messages/zh-CN/reports.json';
import zhReview from './messages/zh-CN/review.json';
import zhRollup from './messages/zh-CN/rollup.json';
import zhSheetImport from './messages/zh-CN/sheetImport.json';
import zhSignIn from './messages/zh-CN/signIn.json';
import zhSummary from './messages/zh-CN/summary.json';
import zhUnits from './messages/zh-CN/units.json';
import zhTargets from './messages/zh-CN/targets.json';

const chinese = {
  account: zhAccount,
  admin: zhAdmin,
  api: zhApi,
  audit: zhAudit,
  check: zhCheck,
  checkList: zhCheckList,
  common: zhCommon,
  cover: zhCover,
  delivery: zhDelivery,
  desk: zhDesk,
  entry: zhEntry,
  explore: zhExplore,
  fields: zhFields,
  figure: zhFigure,
  files: zhFiles,
  entryTools: zhEntryTools,
  oldReports: zhOldReports,
  openMarks: zhOpenMarks,
  paste: zhPaste,
  imports: zhImports,
  hints: zhHints,
  history: zhHistory,
  home: zhHome,
  invite: zhInvite,
  issues: zhIssues,
  liveChecks: zhLiveChecks,
  locks: zhLocks,
  notes: zhNotes,
  notices: zhNotices,
  pdf: zhPdf,
  plan: zhPlan,
  progress: zhProgress,
  proposals: zhProposals,
  quality: zhQuality,
  reports: zhReports,
  review: zhReview,
  rollup: zhRollup,
  sheetImport: zhSheetImport,
  signIn: zhSignIn,
  summary: zhSummary,
  units: zhUnits,
  targets: zhTargets,
};

export type Messages = typeof chinese;
export type Area = keyof Messages;

const english: Messages = {
  account: enAccount,
  admin: enAdmin,
  api: enApi,
  audit: enAudit,
  check: enCheck,
  checkList: enCheckList,
  common: enCommon,
  cover: enCover,
  delivery: enDelivery,
  desk: enDesk,
  entry: enEntry,
  explore: enExplore,
  fields: enFields,
  figure: enFigure,
  files: enFiles,
  entryTools: enEntryTools,
  oldReports: enOldReports,
  openMarks: enOpenMarks,
  paste: enPaste,
  imports: enImports,
  hints: enHints,
  history: enHistory,
  home: enHome,
  invite: enInvite,
  issues: enIssues,
  liveChecks: enLiveChecks,
  locks: enLocks,
  notes: enNotes,
  notices: enNotices,
  pdf: enPdf,
  plan: enPlan,
  progress: enProgress,
  proposals: enProposals,
  quality: enQuality,
  reports: enReports,
  review: enReview,
  rollup: enRollup,
  sheetImport: enSheetImport,
  signIn: enSignIn,
  summary: enSummary,
  units: enUnits,
  targets: enTargets,
};

export const messages: Record<Locale, Messages> = { 'zh-CN': chinese, en: english };

/** The messages of some areas, for what runs in the browser. */
export function pickMessages(locale: Locale, areas: readonly Area[]): Partial<Messages> {
  return Object.fromEntries(areas.map((area) => [area, messages[locale][area]]));
}

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
