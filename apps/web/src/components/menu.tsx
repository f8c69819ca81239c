import { useRef, useState, type ReactNode } from 'react';
import { Ellipsis } from 'lucide-react';
import { useTranslation } from '../lib/i18n/use-translation.ts';
import { IconButton } from './button.tsx';
import { whenIdle } from './when-idle.ts';
import { lazyPart, Part } from './part.tsx';

const load = () => import('./menu-popover.tsx');
const MenuPopover = lazyPart(load, 'MenuPopover');
whenIdle(load);

export interface MenuAction {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly isDanger?: boolean;
  readonly run: () => void;
}

/** The acts on one thing that are needed now and then. Shows nothing when there are none. */
export function ActionMenu({
  label,
  icon = <Ellipsis />,
  actions,
}: {
  label?: string;
  icon?: ReactNode;
  actions: readonly MenuAction[];
}) {
  const { t } = useTranslation('common');
  const trigger = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  if (actions.length === 0) return null;
  return (
    <>
      <IconButton
        ref={trigger}
        label={label ?? t('openMenu')}
        icon={icon}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onPress={() => setOpen(!isOpen)}
      />
      {isOpen ? (
        <Part tells="toast">
          <MenuPopover
            trigger={trigger}
            label={label ?? t('openMenu')}
            actions={actions}
            onClose={() => setOpen(false)}
          />
        </Part>
      ) : null}
    </>
  );
}
