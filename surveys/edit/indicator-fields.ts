/** What an indicator may read and be broken down by, and the sentence it would state. */
import { type Field, fieldsOf } from '../questionnaire/fields.ts'
import type { Indicator, Questionnaire } from '../questionnaire/questionnaire.ts'
import type { MeasureRule } from '../review/indicators.ts'
import { frameOf, headed } from '../wording/sentence-frame.ts'

/** Fields an indicator may name; what a repeated panel holds, not the panel. */
export const indicatorFields = ({ definition, assigned }: Questionnaire): Field[] =>
  fieldsOf(definition, assigned).filter(({ kind }) => kind !== 'panel')

export type BreakdownOffer = { path: string; title: string }

/** Closed questions met once a response, or in the rows the indicator reads; then what the analysis derives. */
export function breakdownsFor(questionnaire: Questionnaire, field: string): BreakdownOffer[] {
  const fields = fieldsOf(questionnaire.definition, questionnaire.assigned)
  const parent = fields.find(({ path }) => path === field)?.parent ?? null
  const offered = fields
    .filter(
      ({ path, kind, parent: own, row, semantic }) =>
        path !== field &&
        row === null &&
        semantic !== 'commune' &&
        ['choice', 'boolean', 'assigned'].includes(kind) &&
        (own === null || own === parent),
    )
    .map(({ path, title }) => ({ path, title }))
  const hasCommune = fields.some(({ semantic }) => semantic === 'commune')
  const hasAge =
    parent !== null && fields.some(({ semantic, parent: own }) => semantic === 'birth-year' && own === parent)
  return [
    ...(hasCommune ? [{ path: 'zone', title: 'Zone du territoire' }] : []),
    ...(hasAge ? [{ path: `${parent}.tranche_age`, title: 'Tranche d’âge de l’enfant' }] : []),
    ...offered,
  ]
}

/**
 * What the sentence would say, with example figures.
 *
 * @param measure of the indicator: whether its figure is a number between the bounds of the question, one that somebody can give,
 * or a share
 */
export function exampleOf(
  indicator: Indicator,
  { definition, assigned }: Questionnaire,
  measure?: Pick<MeasureRule, 'number'> & { sentence: string },
): string {
  const { field, wanted } = indicator
  const read = fieldsOf(definition, assigned).find(({ path }) => path === field)
  const top = read?.choices.find(({ value }) => wanted?.includes(value) ?? true)?.text ?? 'première réponse'
  const [value, low, high] = [0.42, 0.36, 0.48].map((part) => {
    const [min, max] = [read?.min ?? 0, read?.max ?? 100]
    const place = min + part * (max - min)
    return measure?.number === 'quantile' ? whole.format(nearest(place, read?.stops ?? null)) : oneDecimal.format(place)
  })
  const words: Record<string, string> = {
    ...(measure?.number
      ? { value: value!, interval: `de ${low} à ${high}` }
      : { value: '42\u00a0%', interval: 'de 36 à 48\u00a0%' }),
    base: '212',
    top,
  }
  const { frame, isBare } = measure ? frameOf(indicator, read, measure) : { frame: indicator.sentence, isBare: false }
  const said = isBare ? headed(indicator.title, frame) : frame
  return said.replace(/\{(\w+)\}/g, (blank, name: string) => words[name] ?? blank)
}

/** The stop that is nearest, or the whole number. */
const nearest = (place: number, stops: readonly number[] | null): number =>
  stops === null
    ? Math.round(place)
    : stops.reduce((best, stop) => (Math.abs(stop - place) < Math.abs(best - place) ? stop : best))

const whole = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 0, useGrouping: 'min2' })
const oneDecimal = new Intl.NumberFormat('fr-FR', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
  useGrouping: 'min2',
})
