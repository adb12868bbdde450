/** One cell of a table, read as a person types it; each reader gives a value, or a sentence that says what to do. */

import { communes, outside } from '../../surveys/authority/territory.ts'
import { dayNames } from '../../surveys/days.ts'
import { folded, spelt } from '../../surveys/wording/folded.ts'
import { nearest } from './nearest.ts'

/** `meant`: what was most likely to be written. */
export type Read = { value: string | number | boolean | number[] | null } | { wrong: string; meant?: string }
export type CellReader = (cell: string) => Read

export const text =
  (most = 200): CellReader =>
  (cell) =>
    cell.length <= most
      ? { value: cell }
      : { wrong: `« ${cell.slice(0, 20)}… » est trop long : ${most} caractères au plus.` }

/** One of the words offered, however it is accented or written in capitals. */
export function choice(words: readonly string[]): CellReader {
  return (cell) => {
    const found = spelt(cell, words)
    if (found !== undefined) return { value: found }
    const near = nearest(cell, words)
    return {
      ...(near === null ? {} : { meant: near }),
      wrong: `« ${cell} » n’est pas attendu ici. ${near ? `Vouliez-vous dire « ${near} » ? ` : ''}Mots possibles : ${words.join(', ')}.`,
    }
  }
}

/** The INSEE code of a commune given by its name or its code. */
export const commune: CellReader = (cell) => {
  const wanted = folded(cell)
  if (wanted === outside || wanted === 'hors territoire') return { value: outside }
  const found = communes().find(({ insee, name }) => insee === cell || folded(name) === wanted)
  if (found) return { value: found.insee }
  const names = communes().map(({ name }) => name)
  const near = nearest(cell, names)
  const wrong = `« ${cell} » n’est pas une commune du territoire.`
  return near === null
    ? { wrong: `${wrong} Écrivez son nom ou son code INSEE.` }
    : { wrong: `${wrong} Vouliez-vous dire « ${near} » ?`, meant: communes()[names.indexOf(near)]!.insee }
}

/** `1 234,5`, `1234.5`, `12 %` (then a fraction). */
export function number(limits: {
  min: number
  max: number
  whole?: boolean
  percent?: boolean
  unit?: string
}): CellReader {
  return (cell) => {
    const { min, max, whole = false, percent = false } = limits
    const isPercent = percent && cell.includes('%')
    const digits = cell.replace(/[ %€]/g, '').replace(',', '.')
    if (!/^-?\d+(\.\d+)?$/.test(digits))
      return { wrong: `« ${cell} » n’est pas un nombre. Écrivez par exemple ${example(limits)}.` }
    const value = isPercent ? Number(digits) / 100 : Number(digits)
    if (whole && !Number.isInteger(value)) return { wrong: `« ${cell} » n’est pas un nombre entier.` }
    if (value >= min && value <= max) return { value }
    if (percent)
      return { wrong: `« ${cell} » n’est pas une part. Écrivez un pourcentage de 0 % à 100 %, par exemple 65 %.` }
    return { wrong: `${cell} n’est pas possible ici : de ${spaced.format(min)} à ${spaced.format(max)}.` }
  }
}

const spaced = new Intl.NumberFormat('fr-FR')
/** What is counted in thousands is no price. */
const example = ({ whole, percent, max }: { whole?: boolean; percent?: boolean; max: number }) =>
  percent ? '65 %' : whole || max > 1_000 ? '1 250' : '12,50'

/** Minutes after midnight of `7h30`, `7:30`, `07 h 30`, `18h`. */
export const time: CellReader = (cell) => {
  const [, hours, minutes = '0'] = /^(\d{1,2}) ?(?:h|:) ?(\d{2})?(?::00)?$/i.exec(cell) ?? []
  const value = Number(hours) * 60 + Number(minutes)
  return hours !== undefined && Number(minutes) < 60 && value <= 24 * 60
    ? { value }
    : { wrong: `« ${cell} » n’est pas une heure. Écrivez par exemple 7 h 30 ou 18:00.` }
}

const names = dayNames()

/** Days (1 = Monday) of `lundi`, `lundi-vendredi`, `lundi au vendredi`, `mardi, jeudi`. */
export const days: CellReader = (cell) => {
  const found = new Set<number>()
  for (const part of folded(cell.replace(/[-–]/g, ' au ')).split(/,|\/|\+| et /)) {
    const [first = '', last] = part.split(/ au | a /).map((word) => word.trim().replace(/s$/, ''))
    const [from, to] = [names.indexOf(first), names.indexOf(last ?? first)]
    if (from === -1 || to < from)
      return { wrong: `« ${cell} » n’est pas un jour. Écrivez par exemple « lundi-vendredi » ou « mercredi, samedi ».` }
    for (let day = from; day <= to; day++) found.add(day + 1)
  }
  return { value: [...found].sort((a, b) => a - b) }
}

export const yesNo: CellReader = (cell) => {
  const wanted = folded(cell)
  if (['oui', 'o', 'vrai', 'x'].includes(wanted)) return { value: true }
  if (['non', 'n', 'faux'].includes(wanted)) return { value: false }
  return { wrong: `« ${cell} » : écrivez « oui » ou « non ».` }
}
