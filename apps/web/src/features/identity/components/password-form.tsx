import { useState } from 'react';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { endpoints, type Me } from '@kring/contracts';
import { Button } from '../../../components/button.tsx';
import { TextField } from '../../../components/fields.tsx';
import { Form } from '../../../components/form.tsx';
import { showToast } from '../../../components/toast-queue.ts';
import { call } from '../../../lib/api/call.ts';
import { useAppState } from '../../../lib/app-state.tsx';
import { useContractForm } from '../../../lib/form.ts';

/** Sets or changes the own password. */
export function PasswordForm({ me }: { me: Me }) {
  const { t } = useTranslation('identity');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <p>{t(me.hasPassword ? 'me.passwordSet' : 'me.passwordNone')}</p>
      {isOpen ? (
        <OpenForm me={me} onClose={() => setOpen(false)} />
      ) : (
        <div>
          <Button onPress={() => setOpen(true)}>
            {t(me.hasPassword ? 'me.changePassword' : 'me.setPassword')}
          </Button>
        </div>
      )}
    </>
  );
}

function OpenForm({ me, onClose }: { me: Me; onClose: () => void }) {
  const { t } = useTranslation('identity');
  const { refresh } = useAppState();
  const [currentPassword, setCurrentPassword] = useState('');
  const [newPassword, setNewPassword] = useState('');
  const form = useContractForm(endpoints.setPassword.body, async (body) => {
    await call(endpoints.setPassword, { body });
    await refresh();
    showToast(t('me.passwordSaved'));
    onClose();
  });
  return (
    <Form
      form={form}
      submitLabel={t(me.hasPassword ? 'me.changePassword' : 'me.setPassword')}
      onSubmit={() => void form.submit(me.hasPassword ? { currentPassword, newPassword } : { newPassword })}
      onCancel={onClose}
    >
      <input type="text" name="username" autoComplete="username" value={me.email} readOnly hidden />
      {me.hasPassword ? (
        <TextField
          label={t('me.currentPassword')}
          type="password"
          autoComplete="current-password"
          autoFocus
          value={currentPassword}
          onChange={setCurrentPassword}
          problem={form.problemOf('currentPassword')}
        />
      ) : null}
      <TextField
        label={t('reset.newPassword')}
        hint={t('reset.hint')}
        type="password"
        autoComplete="new-password"
        autoFocus={!me.hasPassword}
        value={newPassword}
        onChange={setNewPassword}
        problem={form.problemOf('newPassword')}
      />
    </Form>
  );
}
