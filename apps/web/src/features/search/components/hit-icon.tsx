import { CircleDashed, FileText, FolderOpen, UserRound } from 'lucide-react';
import type { SearchKind } from '@kring/contracts';

const icons = { cop: CircleDashed, case: FolderOpen, note: FileText, person: UserRound };

export function HitIcon({ kind }: { kind: SearchKind }) {
  const Icon = icons[kind];
  return <Icon aria-hidden="true" />;
}
