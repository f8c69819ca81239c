import { CircleDashed, CircleHelp, FileText, FolderOpen, Library, UserRound } from 'lucide-react';
import type { SearchKind } from '@kring/contracts';

const icons = {
  cop: CircleDashed,
  case: FolderOpen,
  note: FileText,
  'learning-question': CircleHelp,
  'library-item': Library,
  person: UserRound,
};

export function HitIcon({ kind }: { kind: SearchKind }) {
  const Icon = icons[kind];
  return <Icon aria-hidden="true" />;
}
