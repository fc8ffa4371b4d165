import { handlersOf } from '@/lib/api/handle';
import { getSummary } from '@/lib/api/operations/summaries';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = handlersOf(getSummary);
