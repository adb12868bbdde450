/** What a paper form says around the questions, from the dictionaries; the young are spoken to as « tu ». */
import { dayNames } from '../days.ts'
import ar from '../dictionaries/ar/paper.json' with { type: 'json' }
import en from '../dictionaries/en/paper.json' with { type: 'json' }
import es from '../dictionaries/es/paper.json' with { type: 'json' }
import fr from '../dictionaries/fr/paper.json' with { type: 'json' }
import easy from '../dictionaries/fr-facile/paper.json' with { type: 'json' }
import { filled, type Like, type Names, type Values, wordIn } from '../dictionaries/words.ts'
import { capital, type Language, languageRows, languages } from '../languages.ts'
import type { MinutesSpan } from '../questionnaire/audiences.ts'
import { dayInWords } from '../questionnaire/calendar.ts'
import type { DefinitionElement } from '../questionnaire/questionnaire.ts'
import { rangeOf } from '../types/range.ts'

/** A message that carries a link, or a sentence that several of them share. */
export type Shared =
  | 'Until'
  | 'Code'
  | 'Ask'
  | 'Paper'
  | 'MailSubject'
  | 'Mail'
  | 'Caf'
  | 'SchoolSubject'
  | 'School'
  | 'Sms'
  | 'ReminderSubject'
  | 'Reminder'
  | 'Networks'
  | 'Census'
  | 'CensusAgain'
  | 'Young'

const dictionaries: Record<Language, Like<typeof fr>> = { fr, 'fr-facile': easy, en, ar, es }

/** Words of conditions: `q` is the number of a question, `said` the answers between their quotation marks. */
export type Speech = ReturnType<typeof made>
const speeches = new Map<string, Speech>()

/** @param isYoung true when the form is for people who are spoken to as « tu » */
export function speechOf(language: Language, isYoung: boolean): Speech {
  const key = `${language} ${isYoung}`
  const speech = speeches.get(key) ?? made(language, isYoung)
  speeches.set(key, speech)
  return speech
}

function made(language: Language, isYoung: boolean) {
  type Name = Exclude<Names<typeof fr>, `${string}_tu`>
  const word = (name: Name, values = {}) =>
    filled(wordIn(dictionaries[language], name, isYoung) ?? fr[name], values, language)
  const quoted = (text: string) => word('quoted', { text })
  const [whole, cents] = [0, 2].map(
    (minimumFractionDigits) => new Intl.NumberFormat(languageRows[language].locale, { minimumFractionDigits }),
  )
  const counted = (value: number) => (Number.isInteger(value) ? whole! : cents!).format(value)
  return {
    said: (texts: string[]) => joined(texts.map(quoted), word('or'), word('comma')),
    and: word('and'),
    or: word('or'),
    answered: (q: string, said: string) => word('answered', { q, said }),
    answeredElse: (q: string, said: string) => word('answeredElse', { q, said }),
    notAnswered: (q: string, said: string) => word('notAnswered', { q, said }),
    any: (q: string) => word('any', { q }),
    none: (q: string) => word('none', { q }),
    box: (q: string) => word('box', { q }),
    more: (q: string, n: number) => word('more', { q, n }),
    less: (q: string, n: number) => word('less', { q, n }),
    since: (q: string, day: string) => word('since', { q, day: dayInWords(day, language) }),
    until: (q: string, day: string) => word('until', { q, day: dayInWords(day, language) }),
    day: (day: string) => dayInWords(day, language),
    not: (what: string) => word('not', { what }),
    onlyIf: (what: string, range: string) => word('onlyIf', { what, range }),
    partIf: (what: string) => word('partIf', { what }),
    otherwise: (q: string) => word('otherwise', { q }),
    otherwiseEnd: word('otherwiseEnd'),
    question: (q: string) => word('question', { q }),
    toRead: word('toRead'),
    two: (first: string, second: string) => word('two', { first, second }),
    questions: (from: string, to: string) => word('questions', { from, to }),
    goTo: (q: string) => word('goTo', { q }),
    goToEnd: word('goToEnd'),
    rowEnd: word('rowEnd'),
    one: word('one'),
    several: word('several'),
    most: (n: number) => word('most', { n }),
    perRow: word('perRow'),
    severalPerRow: word('severalPerRow'),
    carried: (q: string) => word('carried', { q }),
    rank: word('rank'),
    ends: (min: number, low: string, max: number, high: string) =>
      word('ends', { low: ended(min, low), high: ended(max, high) }),
    steps: (n: number) => word('steps', { n }),
    /** The bounds of a number or a day, unless its own texts say them. */
    range(element: DefinitionElement, texts: readonly string[]) {
      const range = rangeOf(element, texts, language)
      return range === null ? '' : word(range.kind === 'days' ? 'rangeDays' : 'rangeNumbers', range)
    },
    date: word('date'),
    write: word('write'),
    yes: word('yes'),
    no: word('no'),
    other: word('other'),
    nothing: word('nothing'),
    refuse: word('refuse'),
    dontKnow: word('dontKnow'),
    days: dayNames(language).map(capital),
    from: word('from'),
    to: word('to'),
    hour: word('hour'),
    covers: [word('covered'), word('strained'), word('uncovered')],
    coverHelp: word('coverHelp'),
    weekHelp: word('weekHelp'),
    everyWeek: word('everyWeek'),
    weekB: word('weekB'),
    weekBWhere: word('weekBWhere'),
    how: word('how'),
    howText: word('howText'),
    moreRows: word('moreRows'),
    keep: word('keep'),
    giveBack: word('giveBack'),
    codeTitle: word('codeTitle'),
    codeText: word('codeText'),
    codeWhere: word('codeWhere'),
    resultsWhere: word('resultsWhere'),
    tear: word('tear'),
    sheet: word('sheet'),
    page: word('page'),
    notice: word('notice'),
    online: word('online'),
    thanks: word('thanks'),
    sample: word('sample'),
    staffCodes: word('staffCodes'),
    minutes: ({ from, to }: MinutesSpan) => (from === to ? word('minutes', { n: to }) : word('span', { from, to })),
    unread: word('unread'),
    posterCall: word('posterCall'),
    posterUntil: (day: string) => word('posterUntil', { day }),
    posterScan: word('posterScan'),
    posterType: word('posterType'),
    posterCode: word('posterCode'),
    posterPromise: word('posterPromise'),
    posterTrial: word('posterTrial'),
    /** A bracket of the family quotient, of which one end may be open. */
    slice: (from: number | null, to: number | null) =>
      from === null || from === 0
        ? word('sliceUnder', { to: counted((to ?? 0) + 1) })
        : to === null
          ? word('sliceOver', { from: counted(from) })
          : word('slice', { from: counted(from), to: counted(to) }),
    /** Prices in euros, one after the other, each of its bracket; null for the one price there is. */
    prices: (rows: readonly { slice: string | null; euros: number }[]) =>
      rows
        .map(({ slice, euros }) =>
          slice === null ? word('price', { price: counted(euros) }) : word('priced', { slice, price: counted(euros) }),
        )
        .join(word('pricedNext')),
    keptMonths: (n: number) => word('keptMonths', { n }),
    /** What goes with a link where it is sent. */
    share: (what: Shared, values: Values) => word(`share${what}`, values),
    shareTime: ({ from, to }: MinutesSpan) =>
      from === to ? word('shareTime', { n: to }) : word('shareSpan', { from, to }),
  }
}

/** One line for a poster in each language but its own and French, said in that language. */
export const posterLines = (
  offered: readonly Language[],
  own: Language = 'fr',
): { language: Language; text: string }[] =>
  linesOf(
    isFrench(own)
      ? offered.filter((language) => language !== 'fr' && language !== own)
      : // one line in French is enough beside another language
        offered.filter((language) => language !== 'fr-facile' && language !== own),
    'poster',
  )

/** The same on the paper put at the exit of an event. */
export const exitLines = (offered: readonly Language[]): { language: Language; text: string }[] =>
  linesOf(
    offered.filter((language) => language !== 'fr'),
    'exitPoster',
  )

const isFrench = (language: Language) => language === 'fr' || language === 'fr-facile'

const linesOf = (offered: readonly Language[], name: 'poster' | 'exitPoster') =>
  languages
    .filter((language) => offered.includes(language))
    .map((language) => ({ language, text: dictionaries[language][name] as string }))

/** « 0 (pas du tout) » */
const ended = (value: number, meaning: string) =>
  meaning === '' ? String(value) : `${value} (${meaning.replaceAll('**', '')})`

const joined = (texts: string[], last: string, comma: string) =>
  texts.length < 2 ? (texts[0] ?? '') : `${texts.slice(0, -1).join(comma)}${last}${texts.at(-1)}`
