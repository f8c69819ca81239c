/** Whose password it is to be: what others know of them is easy to guess. */
export interface PasswordContext {
  readonly email: string;
  readonly name: string;
  readonly networkName: string;
}

// What people and dictionaries of leaked passwords build long passwords of, Dutch and English.
const commonWords = [
  'wachtwoord',
  'wachtzin',
  'geheim',
  'welkom',
  'hallo',
  'inloggen',
  'toegang',
  'computer',
  'nederland',
  'holland',
  'amsterdam',
  'rotterdam',
  'utrecht',
  'denhaag',
  'feyenoord',
  'ajax',
  'oranje',
  'voetbal',
  'lente',
  'zomer',
  'herfst',
  'winter',
  'voorjaar',
  'najaar',
  'januari',
  'februari',
  'maart',
  'april',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
  'maandag',
  'dinsdag',
  'woensdag',
  'donderdag',
  'vrijdag',
  'zaterdag',
  'zondag',
  'provincie',
  'gemeente',
  'ministerie',
  'overheid',
  'netwerk',
  'welvaart',
  'brede',
  'kring',
  'password',
  'passphrase',
  'secret',
  'welcome',
  'hello',
  'letmein',
  'access',
  'login',
  'admin',
  'administrator',
  'root',
  'test',
  'demo',
  'guest',
  'user',
  'changeme',
  'default',
  'master',
  'monkey',
  'dragon',
  'football',
  'baseball',
  'princess',
  'sunshine',
  'shadow',
  'superman',
  'batman',
  'iloveyou',
  'trustno',
  'starwars',
  'whatever',
  'freedom',
  'spring',
  'summer',
  'autumn',
  'january',
  'february',
  'march',
  'june',
  'july',
  'august',
  'october',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
  'qwertyuiop',
  'qwerty',
  'azerty',
  'asdfghjkl',
  'asdfgh',
  'zxcvbnm',
  'qazwsxedc',
  'qazwsx',
  'wsx',
  'qaz',
  'edc',
  'rfv',
  'abcdefghijklmnopqrstuvwxyz',
  'abcdefgh',
  'abcdef',
  'abcd',
  'abc',
  'correcthorsebatterystaple',
  'mijn',
  'the',
  'my',
  'ik',
  'een',
  'van',
];
const leastDistinctCharacters = 5;
const leastOwnCharacters = 5;

/** True for a password that stands in every list of guesses, or is made of what is known of its owner. */
export function isWeakPassword(password: string, context: PasswordContext): boolean {
  const plain = withoutSubstitutions(password.toLowerCase());
  if (new Set(plain).size < leastDistinctCharacters) return true;
  const known = [...knownWords(context), ...commonWords].sort((a, b) => b.length - a.length);
  const rest = known.reduce((text, word) => text.replaceAll(word, ''), plain);
  // Digits and signs around a word are what guessing programs try first.
  return rest.replace(/[^\p{L}]/gu, '').length < leastOwnCharacters;
}

function knownWords({ email, name, networkName }: PasswordContext): string[] {
  return `${email} ${name} ${networkName}`
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length >= 3);
}

const substitutions: Readonly<Record<string, string>> = {
  '@': 'a',
  $: 's',
  0: 'o',
  1: 'i',
  3: 'e',
  5: 's',
  '!': 'i',
};

function withoutSubstitutions(text: string): string {
  return text.replace(/(?<=\p{L})[@$0135!]+(?=\p{L})/gu, (signs) =>
    [...signs].map((sign) => substitutions[sign] ?? sign).join(''),
  );
}
