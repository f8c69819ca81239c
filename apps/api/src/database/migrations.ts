import type { MigrationInterface } from 'typeorm';
import { Identity1764000000000 } from './migrations/1764000000000-Identity.ts';
import { Community1764000100000 } from './migrations/1764000100000-Community.ts';
import { LiveTexts1764000200000 } from './migrations/1764000200000-LiveTexts.ts';
import { CaseTemplates1764300000000 } from './migrations/1764300000000-CaseTemplates.ts';
import { CommenterRole1764400000000 } from './migrations/1764400000000-CommenterRole.ts';
import { Comments1764400010000 } from './migrations/1764400010000-Comments.ts';
import { SettledTexts1764500000000 } from './migrations/1764500000000-SettledTexts.ts';
import { NoteVersions1764500100000 } from './migrations/1764500100000-NoteVersions.ts';
import { EffectMatrix1764600000000 } from './migrations/1764600000000-EffectMatrix.ts';
import { Notifications1764700000000 } from './migrations/1764700000000-Notifications.ts';
import { Search1764800000000 } from './migrations/1764800000000-Search.ts';
import { RecentCases1764800100000 } from './migrations/1764800100000-RecentCases.ts';
import { LearningAgenda1764900000000 } from './migrations/1764900000000-LearningAgenda.ts';
import { Attachments1764910000000 } from './migrations/1764910000000-Attachments.ts';
import { OrganisationEnds1764910001000 } from './migrations/1764910001000-OrganisationEnds.ts';
import { CaseThemes1764910002000 } from './migrations/1764910002000-CaseThemes.ts';
import { SettledNotifications1764910003000 } from './migrations/1764910003000-SettledNotifications.ts';
import { GapQuestions1764910003100 } from './migrations/1764910003100-GapQuestions.ts';
import { Library1764910003200 } from './migrations/1764910003200-Library.ts';
import { NoteNews1764910003300 } from './migrations/1764910003300-NoteNews.ts';
import { UnusedAttachments1764910003400 } from './migrations/1764910003400-UnusedAttachments.ts';
import { PlatformSettings1764910004100 } from './migrations/1764910004100-PlatformSettings.ts';
import { CopDates1764910005000 } from './migrations/1764910005000-CopDates.ts';
import { Welcome1764910006000 } from './migrations/1764910006000-Welcome.ts';
import { MailLanguage1764910007000 } from './migrations/1764910007000-MailLanguage.ts';
import { PlatformStatements1764910008000 } from './migrations/1764910008000-PlatformStatements.ts';
import { SearchOfCopContents1764910009000 } from './migrations/1764910009000-SearchOfCopContents.ts';
import { LeanAppend1764910010000 } from './migrations/1764910010000-LeanAppend.ts';
import { ProcessSamples1764910011000 } from './migrations/1764910011000-ProcessSamples.ts';

/** In the order of their timestamps; never edited once released. */
export const migrations: readonly (new () => MigrationInterface)[] = [
  Identity1764000000000,
  Community1764000100000,
  LiveTexts1764000200000,
  CaseTemplates1764300000000,
  CommenterRole1764400000000,
  Comments1764400010000,
  SettledTexts1764500000000,
  NoteVersions1764500100000,
  EffectMatrix1764600000000,
  Notifications1764700000000,
  Search1764800000000,
  RecentCases1764800100000,
  LearningAgenda1764900000000,
  Attachments1764910000000,
  OrganisationEnds1764910001000,
  CaseThemes1764910002000,
  SettledNotifications1764910003000,
  GapQuestions1764910003100,
  Library1764910003200,
  NoteNews1764910003300,
  UnusedAttachments1764910003400,
  PlatformSettings1764910004100,
  CopDates1764910005000,
  Welcome1764910006000,
  MailLanguage1764910007000,
  PlatformStatements1764910008000,
  SearchOfCopContents1764910009000,
  LeanAppend1764910010000,
  ProcessSamples1764910011000,
];
