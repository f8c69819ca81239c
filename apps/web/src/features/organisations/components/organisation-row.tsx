import { useState } from 'react';
import { CalendarX2, Merge, Pencil, Undo2 } from 'lucide-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { organisationKeepingEndpoints, type Organisation } from '@kring/contracts';
import { Badge } from '../../../components/badge.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { ActionMenu, type MenuAction } from '../../../components/menu.tsx';
import { Row } from '../../../components/rows.tsx';
import { call } from '../../../lib/api/call.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { organisationsQuery } from '../../../lib/queries/organisation-queries.ts';
import { useAct } from '../../../lib/use-act.ts';
import { EndDialog } from './end-dialog.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { OrganisationForm } from './organisation-form.tsx';
import styles from './organisations.module.css';

type Opened = 'edit' | 'merge' | 'end';

interface OrganisationRowProps {
  organisation: Organisation;
  all: readonly Organisation[];
}

/** One organisation of the list, with what can be done to it. */
export function OrganisationRow({ organisation, all }: OrganisationRowProps) {
  const { t } = useTranslation('organisations');
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = () => setOpened(null);
  const { name, endedOn } = organisation;
  return (
    <Row
      end={
        <>
          {endedOn ? (
            <Badge tone="warning">
              {t(organisation.successorId ? 'mergedBadge' : 'endedBadge', { year: endedOn.slice(0, 4) })}
            </Badge>
          ) : null}
          <Badge>{t(`kind.${organisation.kind}`)}</Badge>
          <ActionMenu label={t('actions', { name })} actions={useActions(organisation, setOpened)} />
        </>
      }
    >
      <Link to={`/organisations/${organisation.id}`} className={styles.name}>
        {name}
      </Link>
      <Facts organisation={organisation} all={all} />
      <Dialog title={t('editOf', { name })} isOpen={opened === 'edit'} onClose={close}>
        <OrganisationForm organisation={organisation} all={all} onClose={close} />
      </Dialog>
      {opened === 'merge' ? <MergeDialog organisation={organisation} all={all} onClose={close} /> : null}
      {opened === 'end' ? <EndDialog organisation={organisation} onClose={close} /> : null}
    </Row>
  );
}

function Facts({ organisation, all }: OrganisationRowProps) {
  const { t } = useTranslation('organisations');
  const parent = all.find(({ id }) => id === organisation.parentId);
  const successor = all.find(({ id }) => id === organisation.successorId);
  const facts = [organisation.abbreviation, organisation.region].filter(Boolean);
  if (parent) facts.push(t('partOf', { name: parent.name }));
  return (
    <>
      {facts.length > 0 ? <p className={styles.soft}>{facts.join(', ')}</p> : null}
      {organisation.formerNames.map((former) => (
        <p key={former.until} className={styles.soft}>
          {t('formerly', { name: former.name, year: former.until.slice(0, 4) })}
        </p>
      ))}
      {successor ? <p className={styles.soft}>{t('wentUpIn', { name: successor.name })}</p> : null}
    </>
  );
}

function useActions(organisation: Organisation, open: (what: Opened) => void): MenuAction[] {
  const { t } = useTranslation('organisations');
  const queryClient = useQueryClient();
  const act = useAct();
  const { abilities, endedOn, successorId, id, name } = organisation;
  const reopen = async () => {
    await call(organisationKeepingEndpoints.reopenOrganisation, { params: { organisationId: id } });
    await queryClient.invalidateQueries({ queryKey: organisationsQuery.queryKey });
  };
  const actions: MenuAction[] = [];
  if (abilities.includes('organisation.update')) {
    actions.push({ id: 'edit', label: t('edit'), icon: <Pencil />, run: () => open('edit') });
  }
  if (abilities.includes('organisation.end') && endedOn !== null && successorId === null) {
    const run = () => void act.run(reopen, t('end.undone', { name }));
    actions.push({ id: 'reopen', label: t('end.undo'), icon: <Undo2 />, run });
  }
  if (abilities.includes('organisation.merge') && successorId === null) {
    actions.push({ id: 'merge', label: t('merge.open'), icon: <Merge />, run: () => open('merge') });
  }
  if (abilities.includes('organisation.end') && endedOn === null) {
    const run = () => open('end');
    actions.push({ id: 'end', label: t('end.open'), icon: <CalendarX2 />, isDanger: true, run });
  }
  return actions;
}
