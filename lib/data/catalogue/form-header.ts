import 'server-only';
import header from '@/prisma/catalogue/form.json';

/** What stands above a paper form: 表号, 制定机关, 批准文号, 有效期. Whoever runs an approved form writes
 *  its own into prisma/catalogue/form.json; what comes with the product says that it is for demonstration. */
export type FormHeader = { number: string; issuedBy: string; approval: string; validUntil: string };

export const formHeader: FormHeader = header;
