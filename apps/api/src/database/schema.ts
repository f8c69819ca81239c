import { AttachmentEntity } from '../attachments/attachment.entity.ts';
import { AttachmentBytesEntity } from '../attachments/attachment-bytes.entity.ts';
import { AuditEventEntity } from '../audit/audit-event.entity.ts';
import { CaseEntity } from '../cases/case.entity.ts';
import { CommentEntity } from '../comments/comment.entity.ts';
import { CommentMentionEntity } from '../comments/comment-mention.entity.ts';
import { CommentReactionEntity } from '../comments/comment-reaction.entity.ts';
import { CommentThreadEntity } from '../comments/comment-thread.entity.ts';
import { CopEntity } from '../cops/cop.entity.ts';
import { CopInviteEntity } from '../cops/cop-invite.entity.ts';
import { CopJoinRequestEntity } from '../cops/cop-join-request.entity.ts';
import { CopMemberEntity } from '../cops/cop-member.entity.ts';
import { DocumentEntity } from '../documents/document.entity.ts';
import { EffectCellEntity } from '../effects/effect-cell.entity.ts';
import { EffectInputEntity } from '../effects/effect-input.entity.ts';
import { EffectLinkEntity } from '../effects/effect-link.entity.ts';
import { EffectMatrixEntity } from '../effects/effect-matrix.entity.ts';
import { EffectOptionEntity } from '../effects/effect-option.entity.ts';
import { KnowledgeGapEntity } from '../effects/knowledge-gap.entity.ts';
import { LoginSessionEntity } from '../identity/login-session.entity.ts';
import { PersonEntity } from '../identity/person.entity.ts';
import { SignInTokenEntity } from '../identity/sign-in-token.entity.ts';
import { CaseLearningQuestionEntity } from '../learning-agenda/case-learning-question.entity.ts';
import { LearningQuestionEntity } from '../learning-agenda/learning-question.entity.ts';
import { LearningQuestionParentEntity } from '../learning-agenda/learning-question-parent.entity.ts';
import { LearningQuestionVersionEntity } from '../learning-agenda/learning-question-version.entity.ts';
import { LibraryItemEntity } from '../library/library-item.entity.ts';
import { LibraryItemBytesEntity } from '../library/library-item-bytes.entity.ts';
import { NoteEntity } from '../notes/note.entity.ts';
import { OrganisationEntity } from '../organisations/organisation.entity.ts';
import { OrganisationNameEntity } from '../organisations/organisation-name.entity.ts';
import { OutboxMailEntity } from '../outbox/outbox-mail.entity.ts';
import { BackupRecordEntity } from '../platform/backup-record.entity.ts';
import { PlatformLogoEntity } from '../platform/platform-logo.entity.ts';
import { PlatformSettingsEntity } from '../platform/platform-settings.entity.ts';
import { CaseTemplateEntity } from '../templates/case-template.entity.ts';
import { CopDateEntity } from '../timeline/cop-date.entity.ts';

/** Every table, by the feature that owns it. */
export const entities = [
  PlatformSettingsEntity,
  PlatformLogoEntity,
  BackupRecordEntity,
  OrganisationEntity,
  OrganisationNameEntity,
  PersonEntity,
  LoginSessionEntity,
  SignInTokenEntity,
  OutboxMailEntity,
  AuditEventEntity,
  CopEntity,
  CopMemberEntity,
  CopInviteEntity,
  CopJoinRequestEntity,
  CaseTemplateEntity,
  CopDateEntity,
  CaseEntity,
  LearningQuestionEntity,
  LearningQuestionVersionEntity,
  LearningQuestionParentEntity,
  CaseLearningQuestionEntity,
  LibraryItemEntity,
  LibraryItemBytesEntity,
  DocumentEntity,
  NoteEntity,
  AttachmentEntity,
  AttachmentBytesEntity,
  EffectMatrixEntity,
  EffectOptionEntity,
  EffectCellEntity,
  EffectInputEntity,
  EffectLinkEntity,
  KnowledgeGapEntity,
  CommentThreadEntity,
  CommentEntity,
  CommentMentionEntity,
  CommentReactionEntity,
];
