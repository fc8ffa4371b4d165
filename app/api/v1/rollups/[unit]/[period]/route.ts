import { handlersOf } from '@/lib/api/handle';
import { getRollUp } from '@/lib/api/operations/rollups';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = handlersOf(getRollUp);
