import { NothingHere } from '@/components/layout/nothing-here';

export default function NotFound() {
  return (
    <main id="content" className="mx-auto max-w-[1240px] px-4">
      <NothingHere />
    </main>
  );
}
