/** A mark on a short scale. */
import { any } from '../people/random.ts'
import { isObject } from '../questionnaire/elements.ts'
import type { DefinitionElement } from '../questionnaire/questionnaire.ts'
import { within } from './convert.ts'
import { anything, common, one, text, whole } from './rules.ts'
import { scaleObjection } from './scale.ts'
import type { TypeRow } from './type.ts'
import { coded } from './verify.ts'

export const rating: TypeRow = {
  title: 'Échelle',
  help: 'Une note, de 1 à 5 ou de 0 à 10.',
  part: 'Choisir',
  noun: 'échelle',
  properties: {
    ...common,
    rateMin: whole(0, 10),
    rateMax: whole(1, 10),
    rateStep: one(1),
    rateValues: anything,
    rateCount: whole(2, 11),
    minRateDescription: text,
    maxRateDescription: text,
    displayMode: one('auto', 'buttons', 'dropdown'),
  },
  problems(element, say) {
    if (element.rateValues !== undefined) {
      const values = Array.isArray(element.rateValues) ? element.rateValues : []
      if (values.length < 2 || !values.every(isRate) || new Set(ratingSteps(element)).size !== values.length)
        say('rates', 'Une échelle compte au moins deux notes, des nombres entiers de 0 à 10.')
    } else if (ratingSteps(element).length < 2) {
      say('rates', 'La plus grande note dépasse la plus petite.')
    }
  },
  blank: { rateMin: 1, rateMax: 5 },
  kind: 'rating',
  bounds(element) {
    const stops = ratingSteps(element)
    return { min: stops[0]!, max: stops.at(-1)!, stops }
  },
  verify(element) {
    const steps = new Set<unknown>(ratingSteps(element))
    return coded((value) => (typeof value !== 'number' ? 'type' : steps.has(value) ? null : 'choice'))
  },
  objection: scaleObjection,
  seconds: 3,
  paper: 'rating',
  invent: (element, _, random) => any(random, ratingSteps(element)),
  convert(base, element, { say, texts }) {
    const from = within(element.rateMin, 0, 9, 1)
    const to = within(element.rateMax, from + 1, 10, Math.max(from + 1, 5))
    if (element.rateValues !== undefined || element.rateType !== undefined)
      say('Échelle reprise en notes\u202f: ses étiquettes sont à revoir.')
    const { minRateDescription, maxRateDescription } = element
    return { ...base, rateMin: from, rateMax: to, ...texts({ minRateDescription, maxRateDescription }) }
  },
}

const isRate = (rate: unknown) =>
  whole(0, 10)(rate) ||
  (isObject(rate) && whole(0, 10)(rate.value) && text(rate.text) && Object.keys(rate).length === 2)

/** @returns the numbers a rating offers, ascending */
export function ratingSteps(element: DefinitionElement): number[] {
  const values = (Array.isArray(element.rateValues) ? element.rateValues : []).map((rate: unknown) =>
    typeof rate === 'number' ? rate : Number((rate as { value: unknown } | null)?.value),
  )
  if (values.length > 0) return values.sort((a, b) => a - b)
  const min = typeof element.rateMin === 'number' ? element.rateMin : 1
  const max = typeof element.rateMax === 'number' ? element.rateMax : 5
  return Array.from({ length: Math.max(1, Math.min(100, max - min + 1)) }, (_, step) => min + step)
}
