import { useDeferredValue, useState } from 'react';
import { UserRoundCheck, UserRoundCog, UserRoundX } from 'lucide-react';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from '../../lib/i18n/use-translation.ts';
import { accountEndpoints, type Account } from '@kring/contracts';
import { Badge } from '../../components/badge.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/fields.tsx';
import { LoadMore } from '../../components/load-more.tsx';
import { ActionMenu, type MenuAction } from '../../components/menu.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { PersonLine } from '../../components/person-line.tsx';
import { Row, Rows } from '../../components/rows.tsx';
import { QueryView } from '../../components/states.tsx';
import { showToast } from '../../components/toast-queue.ts';
import { accountPagesQuery } from '../../features/admin/api/admin-queries.ts';
import { AccountForm } from '../../features/admin/components/account-form.tsx';
import { call } from '../../lib/api/call.ts';
import { useMe } from '../../lib/app-state.tsx';
import { useFormats } from '../../lib/format.ts';
import { useAct } from '../../lib/use-act.ts';
import styles from './admin.module.css';

/** Everybody with an account. */
export function Component() {
  const { t } = useTranslation('admin');
  const [text, setText] = useState('');
  const query = useInfiniteQuery(accountPagesQuery(useDeferredValue(text.trim())));
  return (
    <>
      <PageHeader title={t('people.title')} lead={t('people.lead')} />
      <div className={styles.search}>
        <TextField label={t('people.search')} type="search" maxLength={120} value={text} onChange={setText} />
      </div>
      <QueryView query={query} noAccess={t('noAccess')} lines={8}>
        {({ pages }) => (
          <LoadMore query={query}>
            <AccountList accounts={pages.flatMap(({ items }) => items)} text={text} />
          </LoadMore>
        )}
      </QueryView>
    </>
  );
}

function AccountList({ accounts, text }: { accounts: readonly Account[]; text: string }) {
  const { t } = useTranslation('admin');
  const queryClient = useQueryClient();
  const [changing, setChanging] = useState<Account | null>(null);
  const [disabling, setDisabling] = useState<Account | null>(null);

  async function setDisabled(account: Account, isDisabled: boolean) {
    await call(accountEndpoints.updateAccount, { params: { personId: account.id }, body: { isDisabled } });
    await queryClient.invalidateQueries({ queryKey: ['accounts'] });
    showToast(t(isDisabled ? 'people.disabledDone' : 'people.enabledDone', { name: account.name }));
  }

  if (accounts.length === 0) return <p role="status">{t('people.noMatch', { text })}</p>;
  return (
    <>
      <Rows label={t('people.title')}>
        {accounts.map((account) => (
          <AccountRow
            key={account.id}
            account={account}
            onChange={() => setChanging(account)}
            onDisable={() => setDisabling(account)}
            onEnable={() => setDisabled(account, false)}
          />
        ))}
      </Rows>
      <Dialog
        title={t('people.changeTitle', { name: changing?.name ?? '' })}
        isOpen={changing !== null}
        onClose={() => setChanging(null)}
      >
        {changing ? <AccountForm account={changing} onClose={() => setChanging(null)} /> : null}
      </Dialog>
      <ConfirmDialog
        title={t('people.disableTitle', { name: disabling?.name ?? '' })}
        confirmLabel={t('people.disableConfirm', { name: disabling?.name ?? '' })}
        isDanger
        isOpen={disabling !== null}
        onClose={() => setDisabling(null)}
        onConfirm={async () => {
          if (disabling) await setDisabled(disabling, true);
        }}
      >
        <p>{t('people.disableText', { name: disabling?.name ?? '' })}</p>
      </ConfirmDialog>
    </>
  );
}

interface AccountRowProps {
  account: Account;
  onChange: () => void;
  onDisable: () => void;
  onEnable: () => Promise<void>;
}

function AccountRow({ account, onChange, onDisable, onEnable }: AccountRowProps) {
  const { t } = useTranslation('admin');
  const me = useMe();
  const formats = useFormats();
  const act = useAct();
  const actions: MenuAction[] = [
    { id: 'change', label: t('people.change'), icon: <UserRoundCog />, run: onChange },
    account.isDisabled
      ? {
          id: 'enable',
          label: t('people.enable'),
          icon: <UserRoundCheck />,
          run: () => void act.run(onEnable),
        }
      : { id: 'disable', label: t('people.disable'), icon: <UserRoundX />, isDanger: true, run: onDisable },
  ];
  const isMe = account.id === me.id;
  const mayChange = me.abilities.includes('person.update') && !isMe;
  return (
    <Row
      end={
        <>
          {account.isDisabled ? <Badge tone="danger">{t('people.disabled')}</Badge> : null}
          {account.platformRole === 'member' ? null : (
            <Badge tone="review">{t(`people.role.${account.platformRole}`)}</Badge>
          )}
          {mayChange ? (
            <ActionMenu label={t('people.actions', { name: account.name })} actions={actions} />
          ) : null}
        </>
      }
    >
      <PersonLine
        person={account}
        after={isMe ? <span className={styles.soft}> ({t('common:you')})</span> : null}
        more={`${account.email} · ${
          account.lastSeenAt
            ? t('people.lastSeen', { when: formats.ago(account.lastSeenAt) })
            : t('people.never')
        }`}
      />
    </Row>
  );
}
