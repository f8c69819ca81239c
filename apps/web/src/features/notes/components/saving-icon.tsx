import { Check, CloudOff, Eye, LoaderCircle, TriangleAlert } from 'lucide-react';
import type { Tone } from '../hooks/use-saving-words.ts';

const icons = { calm: Check, busy: LoaderCircle, offline: CloudOff, warning: TriangleAlert } as const;

export function SavingIcon({ tone, isReader }: { tone: Tone; isReader: boolean }) {
  const Icon = isReader ? Eye : icons[tone];
  return <Icon aria-hidden="true" />;
}
