import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { TransactionRunner } from '../database/transaction-runner.ts';
import { PeopleService } from '../identity/people.service.ts';
import { SignInLinksService } from '../identity/sign-in-links.service.ts';
import { demoProgramme } from './content/demo-programme.ts';
import { demoSignInRoles, type DemoSignInRole } from './demo-content.ts';
import { DemoCopLifeLoader } from './demo-cop-life-loader.ts';
import { DemoLoader } from './demo-loader.ts';

export interface DemoSignIn {
  readonly role: string;
  readonly name: string;
  readonly link: string;
}

const linkMinutes = 24 * 60;
const roleNames: Readonly<Record<DemoSignInRole, string>> = {
  facilitator: 'Facilitator',
  participantOne: 'Participant',
  participantTwo: 'Participant of another organisation',
  commenter: 'Commenter',
  observer: 'Observer',
  administrator: 'Administrator',
};

/** Fills an empty database with the demo programme at the first start, and lets people in. */
@Injectable()
export class DemoService implements OnApplicationBootstrap {
  private readonly logger = new Logger(DemoService.name);

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly transactions: TransactionRunner,
    private readonly loader: DemoLoader,
    private readonly copLife: DemoCopLifeLoader,
    private readonly people: PeopleService,
    private readonly links: SignInLinksService,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.settings.isDemo) await this.fillEmptyDatabase();
  }

  /** All of the programme or nothing; a database in which anybody has an account is left as it is. */
  async fillEmptyDatabase(): Promise<boolean> {
    const isFilled = await this.transactions.run(async (tx, after) => {
      // Processes that start at once wait for each other.
      await tx.query("SELECT pg_advisory_xact_lock(hashtext('kring demo'))");
      if (!(await isEmpty(tx))) return false;
      const ids = await this.loader.load(tx, after, demoProgramme);
      await this.copLife.load(tx, demoProgramme, ids);
      return true;
    });
    if (isFilled) this.logger.log('The demo programme has been loaded');
    return isFilled;
  }

  /** A fresh sign-in link for each kind of person that the demo has. */
  async createSignIns(): Promise<DemoSignIn[]> {
    const signIns: DemoSignIn[] = [];
    for (const role of demoSignInRoles) {
      const key = demoProgramme.demoSignIns[role];
      const email = demoProgramme.people.find((person) => person.key === key)?.email;
      const person = email === undefined ? null : await this.people.findByEmail(email);
      if (!person || person.isDisabled) continue;
      const link = await this.links.createSignInLink(person.id, linkMinutes);
      signIns.push({ role: roleNames[role], name: person.name, link });
    }
    return signIns;
  }
}

async function isEmpty(tx: EntityManager): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    'SELECT 1 FROM people UNION ALL SELECT 1 FROM organisations UNION ALL SELECT 1 FROM cops LIMIT 1',
  );
  return rows.length === 0;
}
