/** What staff type for one question, turned into the answer it stands for: codes, figures, text, hours. */

import { cleanText } from '../../surveys/answers/validate-value.ts'
import type { PaperItem } from '../../surveys/paper/form.ts'
import {
  canonicalWeek,
  covers,
  halfHoursADay,
  splitAtMidnight,
  unaskedCover,
  type WeekRow,
} from '../../surveys/questionnaire/week.ts'

/** `value` null = left blank on the paper. */
export type Typed = { value: unknown } | { error: string }

/** @param offered values that may be given here: for a question that takes up ticked answers, the ticked ones */
export function typedIn(item: PaperItem, text: string, offered: readonly unknown[] | null): Typed {
  const typed = text.trim()
  if (typed === '') return { value: null }
  switch (item.kind) {
    case 'choice':
    case 'boolean':
    case 'rating':
    case 'grid':
      return one(item, typed, offered)
    case 'choices':
      return several(item, typed, offered)
    case 'ranking': {
      const ranked = codesIn(item, typed, offered)
      return 'error' in ranked ? ranked : { value: ranked.values }
    }
    case 'number':
      return /^-?\d+$/.test(typed) ? { value: Number(typed) } : { error: 'Un nombre entier est attendu.' }
    case 'week':
      return weekIn(typed, item.asksCover)
    default:
      return { value: cleanText(text, item.kind === 'lines') || null }
  }
}

function one(item: PaperItem, typed: string, offered: readonly unknown[] | null): Typed {
  const found = codesIn(item, typed, offered)
  if ('error' in found) return found
  return found.values.length === 1 ? { value: found.values[0] } : { error: 'Un seul code est attendu ici.' }
}

/** In the order of the list, as a page of boxes gives them. */
function several(item: PaperItem, typed: string, offered: readonly unknown[] | null): Typed {
  const found = codesIn(item, typed, offered)
  if ('error' in found) return found
  const rank = (value: unknown) => item.choices.findIndex((choice) => choice.value === value)
  return { value: [...new Set(found.values)].sort((a, b) => rank(a) - rank(b)) }
}

function codesIn(
  item: PaperItem,
  typed: string,
  offered: readonly unknown[] | null,
): { values: unknown[] } | { error: string } {
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

const weekForm = 'À écrire ainsi\u00a0: jour, heures, et code. Exemple\u00a0: 1 5h30-8 2, ou 1-5 16-18h30 1 B.'

/** « 1 5h30-8 2; 3,5 22-6 1 B »: days, hours, code of the cover, and A or B when weeks alternate. */
function weekIn(typed: string, asksCover: boolean): Typed {
  const rows: WeekRow[] = []
  for (const part of typed.split(/[;\n]+/).filter((line) => line.trim() !== '')) {
    const pattern = /^\s*([1-7](?:[-,][1-7])*)\s+([\dh:]+)\s*-\s*([\dh:]+)(?:\s+([123]))?(?:\s+([abAB]))?\s*$/
    const [, days = '', from = '', to = '', cover, week] = pattern.exec(part) ?? []
    const [start, end] = [halfHours(from), halfHours(to)]
    if (start === null || end === null || start === halfHoursADay || start === end) return { error: weekForm }
    if (asksCover !== (cover !== undefined)) return { error: weekForm }
    const told = cover === undefined ? unaskedCover : covers[Number(cover) - 1]!
    const name = week === undefined ? null : (week.toUpperCase() as 'A' | 'B')
    for (const day of daysIn(days))
      rows.push(...splitAtMidnight({ week: name, day, from: start, to: end, cover: told }))
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
