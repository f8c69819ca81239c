import { useState, type ReactNode } from 'react';
import { LogOut, Pencil, Plus } from 'lucide-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from '../../lib/i18n/use-translation.ts';
import { useNavigate, useParams } from 'react-router';
import { endpoints, type Cop, type CopSummary } from '@kring/contracts';
import { Badge } from '../../components/badge.tsx';
import { Button, ButtonLink } from '../../components/button.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FollowButton } from '../../components/follow-button.tsx';
import { ActionMenu, type MenuAction } from '../../components/menu.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { QueryView, Skeleton } from '../../components/states.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { showToast } from '../../components/toast-queue.ts';
import { copQuery } from '../../lib/queries/cop-queries.ts';
import { CopCases } from '../../features/cases/components/cop-cases.tsx';
import { CopAbout, type OwnText } from '../../features/cops/components/cop-about.tsx';
import { EditCopForm } from '../../features/cops/components/cop-forms.tsx';
import { CopMembers } from '../../features/cops/components/cop-members.tsx';
import { JoinDialog } from '../../features/cops/components/join-dialog.tsx';
import { RoleBadge } from '../../features/cops/components/role-badge.tsx';
import { WelcomeCard } from '../../features/cops/components/welcome-card.tsx';
import { call } from '../../lib/api/call.ts';
import { lazyPart, Part } from '../../components/part.tsx';

const tabs = ['about', 'agenda', 'cases', 'dates', 'library', 'members', 'templates'] as const;

const LearningAgenda = lazyPart(
  () => import('../../features/agenda/components/learning-agenda.tsx'),
  'LearningAgenda',
);
const CopDates = lazyPart(() => import('../../features/timeline/components/cop-dates.tsx'), 'CopDates');
const Library = lazyPart(() => import('../../features/library/components/library.tsx'), 'Library');
const TemplateList = lazyPart(
  () => import('../../features/templates/components/template-list.tsx'),
  'TemplateList',
);

const onDemand = (lines: number, part: ReactNode) => (
  <Part fallback={<Skeleton lines={lines} />}>{part}</Part>
);

/** One CoP: its charter, its cases and its people. */
export function Component() {
  const { t } = useTranslation('cops');
  const { slug = '' } = useParams();
  const query = useQuery(copQuery(slug));
  return (
    <QueryView query={query} noAccess={t('noAccess')} lines={8} isPage>
      {(cop) => <CopPage cop={cop} />}
    </QueryView>
  );
}

function CopPage({ cop }: { cop: Cop }) {
  const { t } = useTranslation('cops');
  const params = useParams();
  const navigate = useNavigate();
  const [open, setOpen] = useState<'edit' | 'leave' | 'join' | null>(null);
  const [beginAt, setBeginAt] = useState<OwnText>();
  const managesTemplates = cop.abilities.includes('template.manage');
  const shown = tabs.filter((tab) => tab !== 'templates' || managesTemplates);
  const selected = shown.find((tab) => tab === params['tab']) ?? (cop.myRole ? 'cases' : 'about');
  const close = () => setOpen(null);
  const edit = (text?: OwnText) => {
    setBeginAt(text);
    setOpen('edit');
  };
  return (
    <>
      <PageHeader
        title={cop.name}
        crumbs={[{ label: t('list.title'), to: '/cops' }, { label: cop.name }]}
        lead={cop.question}
        meta={<Meta cop={cop} />}
        action={<CopActions cop={cop} onOpen={setOpen} />}
        menu={<CopMenu cop={cop} onOpen={(what) => (what === 'edit' ? edit() : setOpen(what))} />}
      />
      <WelcomeCard cop={cop} />
      <Tabs
        label={t('tabs.label')}
        selected={selected}
        onSelect={(tab) => void navigate(`/cops/${cop.slug}/${tab}`, { state: { keepFocus: true } })}
        items={[
          { id: 'about', label: t('tabs.about'), content: <CopAbout cop={cop} onEdit={edit} /> },
          {
            id: 'agenda',
            label: t('tabs.agenda'),
            content: onDemand(6, <LearningAgenda cop={cop} />),
          },
          {
            id: 'cases',
            label: t('tabs.cases'),
            count: cop.caseCount,
            content: <CopCases cop={cop} />,
          },
          {
            id: 'dates',
            label: t('tabs.dates'),
            content: onDemand(5, <CopDates cop={cop} />),
          },
          {
            id: 'library',
            label: t('tabs.library'),
            content: onDemand(5, <Library cop={cop} />),
          },
          {
            id: 'members',
            label: t('tabs.members'),
            count: cop.memberCount,
            content: <CopMembers cop={cop} />,
          },
          ...(managesTemplates
            ? [
                {
                  id: 'templates',
                  label: t('tabs.templates'),
                  content: onDemand(5, <TemplateList cop={cop} />),
                },
              ]
            : []),
        ]}
      />
      <Dialog title={t('editTitle', { cop: cop.name })} isOpen={open === 'edit'} onClose={close}>
        <EditCopForm cop={cop} beginAt={beginAt} onClose={close} />
      </Dialog>
      <LeaveCop cop={cop} isOpen={open === 'leave'} onClose={close} />
      <JoinDialog cop={open === 'join' ? cop : null} onClose={close} />
    </>
  );
}

function Meta({ cop }: { cop: CopSummary }) {
  const { t } = useTranslation('cops');
  return (
    <>
      {cop.coordinator ? <span>{t('coordinator', { name: cop.coordinator.name })}</span> : null}
      {cop.myRole ? <RoleBadge role={cop.myRole} /> : null}
      {cop.myRole ? <span>{t(`myRole.${cop.myRole}`)}</span> : null}
      {cop.hasAskedToJoin ? <Badge tone="later">{t('asked')}</Badge> : null}
    </>
  );
}

interface CopActsProps {
  cop: Cop;
  onOpen: (what: 'edit' | 'leave' | 'join') => void;
}

function CopActions({ cop, onOpen }: CopActsProps) {
  const { t } = useTranslation('cops');
  const can = (ability: Cop['abilities'][number]) => cop.abilities.includes(ability);
  return (
    <>
      {can('case.create') ? (
        <ButtonLink variant="primary" icon={<Plus />} to={`/cops/${cop.slug}/cases/new`}>
          {t('openCase')}
        </ButtonLink>
      ) : null}
      {can('cop.join') && !cop.hasAskedToJoin ? (
        <Button variant="primary" onPress={() => onOpen('join')}>
          {t('join')}
        </Button>
      ) : null}
      <FollowButton target="cop" id={cop.id} />
    </>
  );
}

function CopMenu({ cop, onOpen }: CopActsProps) {
  const { t } = useTranslation('cops');
  const actions: MenuAction[] = [];
  if (cop.abilities.includes('cop.update')) {
    actions.push({ id: 'edit', label: t('edit'), icon: <Pencil />, run: () => onOpen('edit') });
  }
  if (cop.abilities.includes('cop.leave')) {
    actions.push({
      id: 'leave',
      label: t('leave'),
      icon: <LogOut />,
      isDanger: true,
      run: () => onOpen('leave'),
    });
  }
  return <ActionMenu label={t('moreActions')} actions={actions} />;
}

function LeaveCop({ cop, isOpen, onClose }: { cop: Cop; isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('cops');
  const queryClient = useQueryClient();
  return (
    <ConfirmDialog
      title={t('leaveTitle', { cop: cop.name })}
      confirmLabel={t('leaveConfirm')}
      isDanger
      isOpen={isOpen}
      onClose={onClose}
      onConfirm={async () => {
        await call(endpoints.leaveCop, { params: { copId: cop.id } });
        await queryClient.invalidateQueries();
        showToast(t('left', { cop: cop.name }));
      }}
    >
      <p>{t('leaveText')}</p>
    </ConfirmDialog>
  );
}
