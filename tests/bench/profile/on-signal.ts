import { renameSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';

/** Loaded into a server before its own code: SIGUSR2 begins a profile of its processor time, another one writes it. */
const file = process.env['KRING_PROFILE'];
const session = new Session();
let isOn = false;

async function turn(): Promise<void> {
  isOn = !isOn;
  if (isOn) {
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.setSamplingInterval', { interval: 200 });
    await session.post('Profiler.start');
    return;
  }
  const { profile } = await session.post('Profiler.stop');
  // Whoever waits for it finds all of it.
  writeFileSync(`${file}.part`, JSON.stringify(profile));
  renameSync(`${file}.part`, String(file));
}

if (file) process.on('SIGUSR2', () => void turn());
