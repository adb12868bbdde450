/** What staff type for one question, turned into the answer it stands for: codes, figures, text, hours. */

import type { PaperItem } from '../../surveys/paper/form.ts'
import { dayFrom } from '../../surveys/questionnaire/calendar.ts'
import {
  canonicalWeek,
  covers,
  halfHoursADay,
  splitAtMidnight,
  unaskedCover,
  type WeekRow,
} from '../../surveys/questionnaire/week.ts'
import { byStep } from '../../surveys/types/slider.ts'
import type { PaperKind } from '../../surveys/types/type.ts'
import { cleanText } from '../../surveys/types/verify.ts'

/** `value` null = left blank on the paper. */
export type Typed = { value: unknown } | { error: string }

type Offered = readonly unknown[] | null

/** How staff type each kind of question, and what they are reminded of. */
type Typing = {
  read(item: PaperItem, typed: string, offered: Offered): Typed
  help(item: PaperItem): string
  /** Figures alone: a tablet brings its keypad. */
  isFigures: boolean
  /** Words as they come: a name may stand among them. */
  isFree?: true
}

const oneCode: Typing = { read: one, help: () => '', isFigures: true }
const freeText = (lines: boolean): Typing => ({
  read: (_, typed) => ({ value: cleanText(typed, lines) || null }),
  help: ({ maxLength }) => `${maxLength} signes au plus.`,
  isFigures: false,
  isFree: true,
})
const manyCodes = (read: Typing['read']): Typing => ({
  read,
  help: ({ instruction }) => `${instruction} Les codes séparés par un espace.`,
  isFigures: true,
})

const wholeNumber: Typing = {
  read: (_, typed) => (/^-?\d+$/.test(typed) ? { value: Number(typed) } : { error: 'Un nombre entier est attendu.' }),
  help: (item) => `${boundsOf(item)}.`,
  isFigures: true,
}

/** « Un nombre de 0 à 10, de 2 en 2 » */
export const boundsOf = ({ min, max, step }: PaperItem) => `Un nombre de ${min} à ${max}${byStep(step)}`

export const typings: Record<PaperKind, Typing> = {
  choice: oneCode,
  boolean: oneCode,
  rating: oneCode,
  grid: oneCode,
  choices: manyCodes(several),
  ticks: manyCodes(several),
  ranking: manyCodes((item, typed, offered) => {
    const ranked = codesIn(item, typed, offered)
    return 'error' in ranked ? ranked : { value: ranked.values }
  }),
  number: wholeNumber,
  numbers: wholeNumber,
  date: {
    read: (_, typed) => dayTyped(typed),
    help: ({ range }) => ['Jour, mois et année\u202f: 05/03/2026, ou 05032026.', range].join(' ').trim(),
    isFigures: false,
  },
  line: freeText(false),
  lines: freeText(true),
  week: { read: ({ asksCover }, typed) => weekIn(typed, asksCover), help: () => weekHelp, isFigures: false },
}

/** @param offered values that may be given here: for a question that takes up ticked answers, the ticked ones */
export function typedIn(item: PaperItem, text: string, offered: Offered): Typed {
  const typed = text.trim()
  return typed === '' ? { value: null } : typings[item.kind].read(item, typed, offered)
}

/** « 5/3/2026 », « 5 3 2026 », « 05032026 ». */
function dayTyped(typed: string): Typed {
  const [, day, month, year] =
    /^(\d{1,2})[\s./-]+(\d{1,2})[\s./-]+(\d{4})$/.exec(typed) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(typed) ?? []
  if (/^\d{1,2}([\s./-]+)\d{1,2}\1\d{2}$/.test(typed))
    return { error: 'L’année est attendue en quatre chiffres, par exemple 05/03/2026.' }
  const value = dayFrom(Number(year), Number(month), Number(day))
  return value === null ? { error: 'Une date qui existe est attendue, par exemple 05/03/2026.' } : { value }
}

function one(item: PaperItem, typed: string, offered: Offered): Typed {
  const found = codesIn(item, typed, offered)
  if ('error' in found) return found
  return found.values.length === 1 ? { value: found.values[0] } : { error: 'Un seul code est attendu ici.' }
}

/** In the order of the list, as a page of boxes gives them. */
function several(item: PaperItem, typed: string, offered: Offered): Typed {
  const found = codesIn(item, typed, offered)
  if ('error' in found) return found
  const rank = (value: unknown) => item.choices.findIndex((choice) => choice.value === value)
  return { value: [...new Set(found.values)].sort((a, b) => rank(a) - rank(b)) }
}

function codesIn(item: PaperItem, typed: string, offered: Offered): { values: unknown[] } | { error: string } {
  const values: unknown[] = []
  for (const code of typed.split(/[\s,;+]+/).filter((part) => part !== '')) {
    const choice = item.choices.find((each) => each.code === code)
    if (choice === undefined) return { error: `Le code ${code} n’est pas proposé ici.` }
    if (offered !== null && !offered.includes(choice.value))
      return { error: `Le code ${code} n’a pas été coché à la question reprise ici.` }
    values.push(choice.value)
  }
  return { values }
}

const weekHelp =
  'Une plage par jour\u202f: jour (1\u00a0=\u00a0lundi), heures, code (1\u00a0couvert, 2\u00a0difficile, 3\u00a0sans solution, rien si rien n’est coché), puis A ou B si les semaines alternent. Un point-virgule entre deux plages. Exemple\u202f: 1-5\u00a05h30-8\u00a02; 6\u00a07-9\u00a01'
const weekForm = 'À écrire ainsi\u202f: jour, heures, et code. Exemple\u202f: 1 5h30-8 2, ou 1-5 16-18h30 1 B.'

/** « 1 5h30-8 2; 3,5 22-6 1 B »: days, hours, code of the cover, and A or B when weeks alternate. */
function weekIn(typed: string, asksCover: boolean): Typed {
  const rows: WeekRow[] = []
  for (const part of typed.split(/[;\n]+/).filter((line) => line.trim() !== '')) {
    const pattern = /^\s*([1-7](?:[-,][1-7])*)\s+([\dh:]+)\s*-\s*([\dh:]+)(?:\s+([123]))?(?:\s+([abAB]))?\s*$/
    const [, days = '', from = '', to = '', cover, week] = pattern.exec(part) ?? []
    const [start, end] = [halfHours(from), halfHours(to)]
    if (start === null || end === null || start === halfHoursADay || start === end) return { error: weekForm }
    if (!asksCover && cover !== undefined) return { error: weekForm }
    const knownCover = asksCover ? (covers[Number(cover) - 1] ?? null) : unaskedCover
    const name = week === undefined ? null : (week.toUpperCase() as 'A' | 'B')
    for (const day of daysIn(days))
      rows.push(...splitAtMidnight({ week: name, day, from: start, to: end, cover: knownCover }))
  }
  return { value: canonicalWeek(rows) }
}

/** « 1-5 », « 1,3,5 », « 2 ». */
function daysIn(text: string): number[] {
  return text.split(',').flatMap((part) => {
    const [first, last = first] = part.split('-').map(Number)
    return Array.from({ length: Math.max(0, last! - first! + 1) }, (_, step) => first! + step)
  })
}

/** « 5h30 », « 5:30 », « 530 », « 8 »; to the nearest half-hour before. */
function halfHours(text: string): number | null {
  const [, hours, minutes = '0'] = /^(\d{1,2})(?:[h:](\d{2})?)?$/.exec(text) ?? /^(\d{1,2})(\d{2})$/.exec(text) ?? []
  if (hours === undefined || Number(hours) > 24 || Number(minutes) > 59) return null
  const half = Number(hours) * 2 + (Number(minutes) >= 30 ? 1 : 0)
  return half > halfHoursADay ? null : half
}
