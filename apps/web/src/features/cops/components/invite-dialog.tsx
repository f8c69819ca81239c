import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { endpoints, type Cop, type CopRole, type Language } from '@kring/contracts';
import { Dialog } from '../../../components/dialog.tsx';
import { SelectField, TextField } from '../../../components/fields.tsx';
import { Form } from '../../../components/form.tsx';
import { showToast } from '../../../components/toast-queue.ts';
import { call } from '../../../lib/api/call.ts';
import { useAppState, useMe } from '../../../lib/app-state.tsx';
import { useContractForm } from '../../../lib/form.ts';
import { invitesQuery } from '../../../lib/queries/cop-queries.ts';
import { RoleField } from './role-field.tsx';

interface InviteDialogProps {
  cop: Cop;
  isOpen: boolean;
  onClose: () => void;
}

/** Invites somebody by e-mail, with a role. */
export function InviteDialog({ cop, isOpen, onClose }: InviteDialogProps) {
  const { t } = useTranslation('cops');
  return (
    <Dialog title={t('invites.inviteTitle', { cop: cop.name })} isOpen={isOpen} onClose={onClose}>
      <InviteForm cop={cop} onClose={onClose} />
    </Dialog>
  );
}

function InviteForm({ cop, onClose }: Omit<InviteDialogProps, 'isOpen'>) {
  const { t } = useTranslation('cops');
  const queryClient = useQueryClient();
  const me = useMe();
  const { languages, defaultLanguage } = useAppState();
  const [email, setEmail] = useState('');
  const [name, setName] = useState('');
  const [role, setRole] = useState<CopRole>('participant');
  const [language, setLanguage] = useState<Language>(
    languages.includes(me.language) ? me.language : defaultLanguage,
  );
  const form = useContractForm(endpoints.createInvite.body, async (body) => {
    const invite = await call(endpoints.createInvite, { params: { copId: cop.id }, body });
    await queryClient.invalidateQueries({ queryKey: invitesQuery(cop.id).queryKey });
    showToast(t('invites.sent', { email: invite.email }));
    onClose();
  });
  return (
    <Form
      form={form}
      submitLabel={t('invites.send')}
      onSubmit={() => void form.submit({ email, name, role, language })}
      onCancel={onClose}
    >
      <TextField
        label={t('invites.email')}
        type="email"
        autoFocus
        value={email}
        onChange={setEmail}
        problem={form.problemOf('email')}
      />
      <TextField
        label={t('invites.name')}
        isOptional
        value={name}
        onChange={setName}
        problem={form.problemOf('name')}
      />
      <RoleField value={role} onChange={setRole} />
      <SelectField
        label={t('invites.language')}
        value={language}
        onChange={setLanguage}
        options={languages.map((value) => ({ value, label: t(`frame:language.${value}`) }))}
      />
    </Form>
  );
}
