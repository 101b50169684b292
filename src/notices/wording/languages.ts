import type { Language } from './language.ts';

/** The languages that customers are written to in, each loaded when it is needed. */
const loaders = {
  en: async () => (await import('./english.ts')).english,
  de: async () => (await import('./german.ts')).german,
  fr: async () => (await import('./french.ts')).french,
  es: async () => (await import('./spanish.ts')).spanish,
  it: async () => (await import('./italian.ts')).italian,
  nl: async () => (await import('./dutch.ts')).dutch,
} as const satisfies { readonly [code: string]: () => Promise<Language> };

export type LanguageCode = keyof typeof loaders;

export const languageCodes = Object.keys(loaders) as readonly LanguageCode[];

export function loadLanguage(code: LanguageCode): Promise<Language> {
  return loaders[code]();
}

/** The language of a locale such as `de`, `de-AT` or `fr_CA`; undefined for one that nothing is written in. */
export function languageOf(locale: string): LanguageCode | undefined {
  const code = locale.trim().slice(0, 2).toLowerCase();
  const isCode = /^[a-z]{2}([-_]|$)/i.test(locale.trim());
  return isCode ? languageCodes.find((known) => known === code) : undefined;
}

/** By which customs dates and money are written: those of the locale, else of the country of the law. */
export function customsOf(language: LanguageCode, locale: string, jurisdiction: string): string {
  const [, region] = /^[a-z]{2}[-_]([a-z]{2})$/i.exec(locale.trim()) ?? [];
  if (region && languageOf(locale) === language) return `${language}-${region.toUpperCase()}`;
  if (language === 'en') return jurisdiction.startsWith('US') ? 'en-US' : 'en-GB';
  return language;
}
