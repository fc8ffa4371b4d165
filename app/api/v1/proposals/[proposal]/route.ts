import { handlersOf } from '@/lib/api/handle';
import { getProposal } from '@/lib/api/operations/proposals';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = handlersOf(getProposal);
