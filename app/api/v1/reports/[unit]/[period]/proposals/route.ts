import { handlersOf } from '@/lib/api/handle';
import { propose } from '@/lib/api/operations/proposals';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = handlersOf(propose);
