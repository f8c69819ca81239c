import { describe, expect, it } from '@jest/globals';
import { languages } from '@kring/contracts';
import { renderMail, type MailData, type MailTemplate } from './mail-templates.ts';

const link = 'https://kring.example.nl/sign-in#token=abc';
const brand = { name: 'Kring', contactEmail: null };
const samples: MailData = {
  'mail-test': { name: 'Fatima' },
  'sign-in-link': { name: 'Fatima', link, minutes: 30 },
  'password-reset': { name: 'Fatima', link, minutes: 30 },
  'password-changed': { name: 'Fatima', link },
  'cop-invite': {
    name: '',
    copName: 'Gebiedsgericht werken',
    invitedBy: 'Ada',
    role: 'participant',
    link,
    days: 7,
  },
  'join-request-accepted': { name: 'Fatima', copName: 'Gebiedsgericht werken', link },
  'join-request-declined': { name: 'Fatima', copName: 'Gebiedsgericht werken' },
};
const templates = Object.keys(samples) as MailTemplate[];

describe.each(languages)('mails in %s', (language) => {
  it.each(templates)(
    '%s greets, says everything in whole words and holds its link on a line of its own',
    (template) => {
      const data = samples[template];
      const { subject, text } = renderMail(language, template, data, brand);
      expect(subject).toMatch(/^\p{Lu}[^\n]{5,}$/u);
      expect(text).toMatch(data.name === '' ? /^(Dag|Hello),\n\n/ : /^(Dag|Hello) Fatima,\n\n/);
      expect(text).not.toMatch(/undefined|\[object|NaN/);
      if ('link' in data) expect(text.split('\n')).toContain(data.link);
    },
  );
});

describe('mails', () => {
  it('carry the name of the platform and say where to ask, and what people are called stays theirs', () => {
    const data = { name: 'Kring de Vries', copName: 'Kring Noord', link };
    const { subject, text } = renderMail('nl', 'join-request-accepted', data, {
      name: 'Samenhuis',
      contactEmail: 'hulp@example.nl',
    });
    expect(subject).toBe('Je bent nu lid van Kring Noord');
    expect(text).toMatch(
      /^Dag Kring de Vries,[\s\S]*Groet,\nSamenhuis\n\nVragen\? Mail naar hulp@example\.nl\n$/,
    );
    const signIn = renderMail('en', 'sign-in-link', samples['sign-in-link'], { ...brand, name: 'Samenhuis' });
    expect(`${signIn.subject} ${signIn.text}`).not.toContain('Kring');
  });

  it('say different things in Dutch and English', () => {
    for (const template of templates) {
      const [dutch, english] = languages.map(
        (language) => renderMail(language, template, samples[template], brand).subject,
      );
      expect(dutch).not.toBe(english);
    }
  });
});
