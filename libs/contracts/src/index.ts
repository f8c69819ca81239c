export * from './common.ts';
export * from './visibility.ts';
export * from './actions.ts';
export * from './errors.ts';
export * from './endpoint.ts';
export * from './paging.ts';
export * from './endpoints.ts';
export { organisationKeepingEndpoints } from './organisations/organisation-keeping.endpoints.ts';
export { attachmentEndpoints } from './attachments/attachment.endpoints.ts';
export { commentEndpoints } from './comments/comment.endpoints.ts';
export { historyEndpoints } from './history/history.endpoints.ts';
export { sectionEndpoints } from './notes/section.endpoints.ts';
export { platformEndpoints } from './platform/platform.endpoints.ts';
export { copKeepingEndpoints } from './cops/cop-keeping.endpoints.ts';
export { accountEndpoints } from './identity/account.endpoints.ts';
export { templateEndpoints } from './templates/template.endpoints.ts';
export { outboxEndpoints } from './outbox/outbox.endpoints.ts';
export { timelineEndpoints } from './timeline/timeline.endpoints.ts';
export { effectEndpoints } from './effects/effect.endpoints.ts';
export { learningAgendaEndpoints } from './learning-agenda/learning-question.endpoints.ts';
export { libraryEndpoints } from './library/library.endpoints.ts';
export * from './home.schema.ts';
export * from './identity/identity.schema.ts';
export * from './identity/account.schema.ts';
export * from './outbox/outbox.schema.ts';
export * from './platform/platform.schema.ts';
export * from './organisations/organisation.schema.ts';
export * from './organisations/organisation-keeping.schema.ts';
export * from './cops/cop-keeping.schema.ts';
export * from './cops/cop.schema.ts';
export * from './learning-agenda/learning-question.schema.ts';
export * from './cases/case.schema.ts';
export * from './notes/note.schema.ts';
export * from './attachments/attachment.schema.ts';
export * from './library/library.schema.ts';
export * from './history/history.schema.ts';
export * from './notes/mentionable.schema.ts';
export * from './search/search.schema.ts';
export {
  directoryEndpoints,
  directoryQuerySchema,
  type DirectoryQuery,
} from './search/directory.endpoints.ts';
export * from './notifications/notification-kinds.ts';
export * from './notifications/notification.schema.ts';
export * from './templates/template.schema.ts';
export * from './timeline/timeline.schema.ts';
export * from './effects/effect.schema.ts';
export * from './comments/comment.schema.ts';
