import type { INestApplicationContext } from '@nestjs/common';
import type { Settings } from './config/settings.ts';
import { DemoService } from './demo/demo.service.ts';
import { SetupService } from './identity/setup.service.ts';

/** Tells whoever started the server where it is, and how to get in for the first time. */
export async function announce(
  app: INestApplicationContext,
  settings: Settings,
  say: (line: string) => void,
): Promise<void> {
  const lines = [`Kring runs at ${settings.publicUrl}`];
  const setup = app.get(SetupService);
  if (!settings.isDemo && (await setup.isNeeded())) {
    lines.push(
      '',
      `There is no administrator yet. Open ${settings.publicUrl}/setup and enter this code, which works once:`,
      '',
      `  ${await setup.createCode()}`,
    );
  }
  if (settings.isDemo) lines.push(...(await describeDemo(app.get(DemoService))));
  say(['', ...lines, ''].join('\n'));
}

async function describeDemo(demo: DemoService): Promise<string[]> {
  const signIns = await demo.createSignIns();
  if (signIns.length === 0) return [];
  return [
    '',
    'This is a demo with fictional people. Each link signs in once; a new start prints new ones.',
    ...signIns.flatMap(({ role, name, link }) => ['', `  ${role}: ${name}`, `  ${link}`]),
  ];
}
