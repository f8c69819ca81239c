import type { AuditEvent } from '@kring/contracts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';

export const knownActions = [
  'setup',
  'sign-in.link',
  'sign-in.password',
  'sign-in.invite',
  'sign-in.end',
  'password.set',
  'password.reset',
  'search.use',
  'person.read',
  'person.list',
  'person.update',
  'organisation.list',
  'organisation.create',
  'organisation.update',
  'organisation.merge',
  'organisation.end',
  'organisation.reopen',
  'outbox.read',
  'outbox.retry',
  'settings.read',
  'settings.update',
  'system.read',
  'settings.set-logo',
  'settings.remove-logo',
  'settings.test-mail',
  'invite.list',
  'audit.read',
  'notifications.unsubscribe',
  'cop.list',
  'cop.create',
  'cop.read',
  'cop.update',
  'cop.join',
  'cop.accept-join-request',
  'cop.decline-join-request',
  'cop.leave',
  'cop.dismiss-welcome',
  'cop.invite',
  'cop.revoke-invite',
  'cop.accept-invite',
  'cop.add-member',
  'cop.change-role',
  'cop.remove-member',
  'cop.read-members',
  'cop.manage-members',
  'case.create',
  'case.read',
  'case.update',
  'case.change-status',
  'case.change-visibility',
  'case.archive',
  'case.restore',
  'effect.read',
  'effect.contribute',
  'effect.propose-question',
  'effect.manage',
  'effect.start',
  'effect.change-options',
  'effect.ask',
  'effect.reveal',
  'effect.reopen',
  'effect.note',
  'effect.change-links',
  'effect.change-gaps',
  'case.link-learning-questions',
  'learning-question.list',
  'learning-question.create',
  'learning-question.read',
  'learning-question.update',
  'learning-question.reword',
  'learning-question.conclude',
  'learning-question.change-status',
  'learning-question.split',
  'learning-question.merge',
  'learning-question.link',
  'note.create',
  'note.read',
  'note.write',
  'note.update',
  'note.attach',
  'note.remove-attachment',
  'note.archive',
  'note.redact',
  'note.restore',
  'live.cut-off',
  'version.read',
  'version.create',
  'version.name',
  'version.restore',
  'library-item.list',
  'library-item.create',
  'library-item.read',
  'library-item.update',
  'library-item.remove',
  'library-item.restore',
  'date.list',
  'date.manage',
  'date.create',
  'date.update',
  'date.remove',
  'template.list',
  'template.manage',
  'template.create',
  'template.copy',
  'template.update',
  'template.archive',
  'template.restore',
  'template.choose-default',
  'comment.read',
  'comment.create',
  'comment.reply',
  'comment.resolve',
  'comment.reopen',
  'comment.edit',
  'comment.remove',
  'comment.restore',
  'comment.react',
] as const;
export const knownObjects = [
  'platform',
  'person',
  'login-session',
  'organisation',
  'mail',
  'cop',
  'cop-member',
  'cop-invite',
  'cop-join-request',
  'case',
  'effect-cell',
  'note',
  'note-version',
  'library-item',
  'date',
  'learning-question',
  'template',
  'thread',
  'comment',
] as const;

interface EventWords {
  what(event: AuditEvent): string;
  object(event: AuditEvent): string;
}

/**
 * An audit event in words. The log itself holds ids; `names` are those of today. What has no name there keeps the end
 * of its id: who reads the log need not be able to read cases and notes.
 */
export function useEventWords(names: ReadonlyMap<string, string>): EventWords {
  const { t } = useTranslation('admin');
  return {
    what(event) {
      const action = knownActions.find((known) => known === event.action);
      return action ? t(`audit.action.${action}`) : t('audit.unknown');
    },
    object({ objectType, objectId }) {
      const type = knownObjects.find((known) => known === objectType);
      const word = type ? t(`audit.about.${type}`) : t('audit.unknown');
      const [first = '', second = ''] = (objectId ?? '').split('/');
      const [firstName, secondName] = [names.get(first), names.get(second)];
      if (firstName && secondName) return t('audit.inCop', { name: secondName, cop: firstName });
      const name = firstName ?? secondName;
      if (name) return name;
      return objectId ? `${word} ${objectId.slice(-6)}` : word;
    },
  };
}
