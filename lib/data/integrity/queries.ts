import 'server-only';
import { Prisma } from '@/prisma/generated/client';
import type { SubmissionContents } from '@/lib/domain/report/fingerprint';
import { int4, json, nullable, statement, text, timestamptz, uuid } from '../database/statement';

/** What signed submissions hold beside their figures, and the fingerprint kept at signing. In SQL, because of files
 *  only their hash leaves the server. */
export const signedContents = statement(
  {
    id: uuid,
    number: int4,
    unit: text,
    period: text,
    fingerprint: nullable(text),
    signedAt: timestamptz,
    signedBy: text,
    cosignedBy: nullable(text),
    notes: json<SubmissionContents['notes']>(),
    explanations: json<SubmissionContents['explanations']>(),
    evidence: json<SubmissionContents['evidence']>(),
  },
  (ids: readonly string[]) => Prisma.sql`
    SELECT s."id", s."number", u."code" AS "unit", p."code" AS "period", s."fingerprint", s."signed_at" AS "signedAt",
      s."signed_by_id"::text AS "signedBy", s."cosigned_by_id"::text AS "cosignedBy",
      (SELECT coalesce(json_agg(json_build_object('section', w."section_code", 'kind', w."kind",
          'text', w."text")), '[]')
        FROM "work_note" w WHERE w."submission_id" = s."id") AS "notes",
      (SELECT coalesce(json_agg(json_build_object('check', e."check_code", 'text', e."text")), '[]')
        FROM "explanation" e WHERE e."submission_id" = s."id") AS "explanations",
      (SELECT coalesce(json_agg(json_build_object('indicator', v."indicator_code", 'name', f."name",
          'sha256', encode(sha256(f."content"), 'hex'))), '[]')
        FROM "evidence" v JOIN "evidence_file" f ON f."id" = v."file_id" WHERE v."submission_id" = s."id") AS "evidence"
    FROM "submission" s JOIN "report" r ON r."id" = s."report_id" JOIN "unit" u ON u."id" = r."unit_id"
      JOIN "period" p ON p."id" = r."period_id"
    WHERE s."id" = ANY(${[...ids]}::uuid[]) AND s."signed_at" IS NOT NULL`,
);
