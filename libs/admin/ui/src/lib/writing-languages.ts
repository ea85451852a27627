import { Service, signal } from '@angular/core';
import { isAdminLanguage, isLanguage, LANGUAGES, type Language } from '@reihe/shared-contracts';

const KEPT_AS = 'reihe.writing-languages';

/**
 * The languages a form has fields for: those of the admin itself, those somebody adds (remembered in this browser), and those in which
 * something is written already. A form of several parts provides it once, so that all of them have the same.
 */
@Service()
export class WritingLanguages {
  private readonly added = signal<readonly Language[]>(keptLanguages());
  /** What was written once stays while the form is open: its fields must not go away under the hands that empty them. */
  private readonly seen = new Set<Language>();

  /**
   * In the order of LANGUAGES.
   * @param isWritten asked anew each time: it may read signals
   * @param main in which the text must be written
   */
  shown(isWritten: (language: Language) => boolean, main?: Language): Language[] {
    const inUse = this.inUse(isWritten);
    return LANGUAGES.filter(
      (language) => language === main || inUse.includes(language) || this.added().includes(language),
    );
  }

  /** Those of the admin and those that something is written in, without those that were only added. */
  inUse(isWritten: (language: Language) => boolean): Language[] {
    return LANGUAGES.filter((language) => {
      if (isWritten(language)) this.seen.add(language);
      return isAdminLanguage(language) || this.seen.has(language);
    });
  }

  add(language: Language): void {
    this.keep([...this.added().filter((one) => one !== language), language]);
  }

  /** Takes its empty fields away; what is written stays and is shown. */
  putAway(language: Language): void {
    this.seen.delete(language);
    this.keep(this.added().filter((one) => one !== language));
  }

  private keep(languages: readonly Language[]): void {
    this.added.set(languages);
    try {
      localStorage.setItem(KEPT_AS, JSON.stringify(languages));
    } catch {
      // A browser that keeps nothing offers them anew next time.
    }
  }
}

function keptLanguages(): Language[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT_AS) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isLanguage) : [];
  } catch {
    return [];
  }
}
