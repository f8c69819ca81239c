import { describe, expect, it } from '@jest/globals';
import { isWeakPassword } from './weak-passwords.ts';

const context = {
  email: 'fatima.elamrani@provincie-noord.nl',
  name: 'Fatima El Amrani',
  networkName: 'Nationaal Netwerk Brede Welvaart',
};

describe('a password', () => {
  it.each([
    'wachtwoord123',
    'Welkom2026!!',
    'W@chtw00rd2026',
    'P@ssw0rdP@ssw0rd',
    'qwertyuiop123',
    'aaaaaaaaaaaaaa',
    '123456789012',
    'abababababab',
    'BredeWelvaart2026',
    'fatima.elamrani',
    'Fatima-El-Amrani-1',
    'kringkring2026',
    'zomer2026zomer',
    'correcthorsebatterystaple',
    'iloveyou1234',
    'vrijdag13vrijdag',
  ])('such as %s is one of the first that is guessed', (password) => {
    expect(isWeakPassword(password, context)).toBe(true);
  });

  it.each([
    'negen paarse fietsen naast de sloot',
    'kozijn-tapir-veldkers',
    'R7#qLz!9vTk2pW',
    'mijn oma bakt op zondag krentenbrood',
    'гречка на завтрак',
  ])('such as %s is not', (password) => {
    expect(isWeakPassword(password, context)).toBe(false);
  });
});
