import { redirect } from 'next/navigation';
import { requireViewer } from '@/lib/auth/viewer';
import { paths } from '@/lib/paths';

/** Sends the viewer to their list. */
export default async function Home() {
  await requireViewer();
  redirect(paths.reports());
}
