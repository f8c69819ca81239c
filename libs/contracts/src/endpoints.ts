import { attachmentEndpoints } from './attachments/attachment.endpoints.ts';
import { caseEndpoints } from './cases/case.endpoints.ts';
import { commentEndpoints } from './comments/comment.endpoints.ts';
import { copPageEndpoints } from './cops/cop-page.endpoints.ts';
import { copEndpoints } from './cops/cop.endpoints.ts';
import { effectEndpoints } from './effects/effect.endpoints.ts';
import { historyEndpoints } from './history/history.endpoints.ts';
import { accountEndpoints } from './identity/account.endpoints.ts';
import { identityEndpoints } from './identity/identity.endpoints.ts';
import { notificationEndpoints } from './notifications/notification.endpoints.ts';
import { organisationKeepingEndpoints } from './organisations/organisation-keeping.endpoints.ts';
import { organisationEndpoints } from './organisations/organisation.endpoints.ts';
import { outboxEndpoints } from './outbox/outbox.endpoints.ts';
import { platformEndpoints } from './platform/platform.endpoints.ts';
import { redactionEndpoints } from './notes/redaction.endpoints.ts';
import { sectionEndpoints } from './notes/section.endpoints.ts';
import { directoryEndpoints } from './search/directory.endpoints.ts';
import { searchEndpoints } from './search/search.endpoints.ts';
import { templateEndpoints } from './templates/template.endpoints.ts';

/** The whole HTTP interface. Nothing answers that does not stand here, `/health/*` and `/api/openapi.json` apart. */
export const endpoints = {
  ...identityEndpoints,
  ...accountEndpoints,
  ...outboxEndpoints,
  ...platformEndpoints,
  ...organisationEndpoints,
  ...organisationKeepingEndpoints,
  ...copEndpoints,
  ...copPageEndpoints,
  ...caseEndpoints,
  ...sectionEndpoints,
  ...redactionEndpoints,
  ...attachmentEndpoints,
  ...templateEndpoints,
  ...effectEndpoints,
  ...historyEndpoints,
  ...commentEndpoints,
  ...notificationEndpoints,
  ...searchEndpoints,
  ...directoryEndpoints,
} as const;
export type EndpointName = keyof typeof endpoints;
