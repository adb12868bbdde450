/** The languages people read in, one row each; what each says lies in `dictionaries/<code>/`. */

type Row = {
  /** In its own words, for whoever looks for it. */
  name: string
  /** Tells its readers, in the page of another language, that there is one in theirs; null for French, which everybody is shown first. */
  offer: string | null
  /** In French, lower case: « en anglais » follows from it. */
  french: string
  /** For browsers and documents: simplified French is French to a voice. */
  tag: string
  /** Dates and numbers as its readers write them. */
  locale: string
  direction: 'ltr' | 'rtl'
  /** As Unicode names it: a text in other letters is not in this language. */
  script: 'Latin' | 'Arabic'
  /** Read where it has no words. */
  fallback: string | null
  /** Rows of keys of a kiosk. */
  keyboard: 'french' | 'arabic' | 'spanish'
  /** How a column of a spreadsheet may name it, beside its French name. */
  columns: readonly string[]
  /** Setting that names who read it over; French needs nobody. */
  reviewSetting: string | null
  /** The pages everybody reads without answering (results, directory, ideas) are written in it. */
  hasPages: boolean
  /** Offered until the authority chooses, and asked of each publication unless a reason is written. */
  isExpected: boolean
}

const rows = {
  fr: {
    name: 'Français',
    offer: null,
    french: 'français',
    tag: 'fr',
    locale: 'fr-FR',
    direction: 'ltr',
    script: 'Latin',
    fallback: null,
    keyboard: 'french',
    columns: ['textes?', 'libellés?', 'réponses?', 'choix'],
    reviewSetting: null,
    hasPages: true,
    isExpected: true,
  },
  'fr-facile': {
    name: 'Français simplifié',
    offer: null,
    french: 'français simplifié',
    tag: 'fr',
    locale: 'fr-FR',
    direction: 'ltr',
    script: 'Latin',
    fallback: 'fr',
    keyboard: 'french',
    columns: ['français facile', 'falc'],
    reviewSetting: 'reviewedEasy',
    hasPages: true,
    isExpected: true,
  },
  en: {
    name: 'English',
    offer: 'This site is also in English',
    french: 'anglais',
    tag: 'en',
    // British order: day, month, year
    locale: 'en-GB',
    direction: 'ltr',
    script: 'Latin',
    fallback: 'fr',
    keyboard: 'french',
    columns: ['english'],
    reviewSetting: 'reviewedEnglish',
    hasPages: true,
    isExpected: true,
  },
  ar: {
    name: 'العربية',
    offer: 'هذا الموقع متوفر أيضًا بالعربية',
    french: 'arabe',
    tag: 'ar',
    // the figures of the Maghreb
    locale: 'ar-u-nu-latn',
    direction: 'rtl',
    script: 'Arabic',
    fallback: 'fr',
    keyboard: 'arabic',
    columns: ['العربية'],
    reviewSetting: 'reviewedArabic',
    hasPages: true,
    isExpected: true,
  },
  es: {
    name: 'Español',
    offer: 'Este sitio también está en español',
    french: 'espagnol',
    tag: 'es',
    locale: 'es-ES',
    direction: 'ltr',
    script: 'Latin',
    fallback: 'fr',
    keyboard: 'spanish',
    columns: ['español'],
    reviewSetting: 'reviewedSpanish',
    hasPages: false,
    isExpected: false,
  },
} as const satisfies Record<string, Row>

/** Languages a questionnaire can be written in; `fr-facile` is the easy-to-read French. */
export type Language = keyof typeof rows
/** Every language but French, which all texts are written in first. */
export type Translated = Exclude<Language, 'fr'>
/** A text of the product itself, in every language: a new one is asked for by the compiler. Easy French reads the French where that is easy. */
export type InEachLanguage = { default: string } & Record<Exclude<Translated, 'fr-facile'>, string>
export type ReviewSetting = Exclude<(typeof rows)[Language]['reviewSetting'], null>
/** Languages the pages of results are read in. */
export type PageLanguage = { [L in Language]: (typeof rows)[L]['hasPages'] extends true ? L : never }[Language]
export type KeyboardName = Row['keyboard']

type Known = Omit<Row, 'fallback' | 'reviewSetting'> & {
  fallback: Language | null
  reviewSetting: ReviewSetting | null
}
export const languageRows: Readonly<Record<Language, Known>> = rows

export const languages = Object.keys(rows) as Language[]
export const translated = languages.filter((language): language is Translated => language !== 'fr')

export const pageLanguages = languages.filter((language): language is PageLanguage => rows[language].hasPages)

export const isLanguage = (value: unknown): value is Language => typeof value === 'string' && Object.hasOwn(rows, value)

/** Something for each language. */
export const byLanguage = <T>(of: (language: Language) => T): Record<Language, T> =>
  Object.fromEntries(languages.map((language) => [language, of(language)])) as Record<Language, T>

/** Something for each language but French. */
export const byTranslated = <T>(of: (language: Translated) => T): Record<Translated, T> =>
  Object.fromEntries(translated.map((language) => [language, of(language)])) as Record<Translated, T>

/** « Anglais », as the columns of texts are headed. */
export const headingOf = (language: Language): string => capital(languageRows[language].french)

/** The language a column of a spreadsheet is headed by; null for another heading. */
export const languageNamed = (heading: string): Language | null =>
  languages.find((language) => {
    const { french, columns } = languageRows[language]
    return new RegExp(`^(${[french, ...columns].join('|')})$`, 'i').test(heading.trim())
  }) ?? null

/** The first letter in upper case. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)
