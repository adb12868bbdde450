/** A number between two ends, by moving a cursor; untouched, it is no answer. */
import { problem } from '../answers/problem.ts'
import { between } from '../people/random.ts'
import type { DefinitionElement } from '../questionnaire/questionnaire.ts'
import { bound, within } from './convert.ts'
import { numberBounds } from './number.ts'
import { common, text, whole } from './rules.ts'
import { scaleObjection } from './scale.ts'
import type { TypeRow } from './type.ts'

/** More stops than a finger can separate. */
const mostStops = 200

export const slider: TypeRow = {
  title: 'Curseur',
  help: 'Un nombre entre deux bouts, sans l’écrire.',
  part: 'Choisir',
  noun: 'curseur',
  properties: {
    ...common,
    min: whole(-1e6, 1e6),
    max: whole(-1e6, 1e6),
    step: whole(1, 1e6),
    minRateDescription: text,
    maxRateDescription: text,
  },
  own: [
    { name: 'minRateDescription', isLocalizable: true },
    { name: 'maxRateDescription', isLocalizable: true },
  ],
  labels: { step: { label: 'Pas du curseur', help: 'De combien le nombre avance à chaque cran.' } },
  problems(element, say) {
    const { min, max, step } = stopsOf(element)
    if (typeof element.min !== 'number' || typeof element.max !== 'number' || min >= max)
      say('bounds', 'Un curseur dit le plus petit et le plus grand nombre\u202f: le second dépasse le premier.')
    else if ((max - min) % step !== 0)
      say('step', 'Le pas du curseur tombe juste sur le plus grand nombre\u202f: changer le pas ou un des deux bouts.')
    else if ((max - min) / step > mostStops)
      say('step', `Un curseur a ${mostStops} crans au plus\u202f: prendre un pas plus grand.`)
  },
  blank: { min: 0, max: 100, step: 10 },
  kind: 'number',
  bounds: (element) => ({ ...numberBounds(element), stops: everyStop(element) }),
  verify(element) {
    const { min, max, step } = stopsOf(element)
    return (value, _, path, found) => {
      if (typeof value !== 'number') found.push(problem(path, 'type'))
      else if (!(value >= min && value <= max && (value - min) % step === 0))
        found.push(problem(path, 'range', `Un nombre de ${min} à ${max} est attendu${byStep(step)}.`))
    }
  },
  objection: scaleObjection,
  seconds: 5,
  paper: 'number',
  range(element, text, say) {
    const { min, max, step } = stopsOf(element)
    return [
      say.ends(min, text(element.minRateDescription), max, text(element.maxRateDescription)),
      ...(step === 1 ? [] : [say.steps(step)]),
    ].join(' ')
  },
  invent(element, _, random) {
    const { min, max, step } = stopsOf(element)
    return min + step * between(0, (max - min) / step, random)
  },
  convert(base, element, { say, texts }) {
    if (element.sliderType === 'range') say('Curseurs à deux bouts repris à un seul.')
    const step = within(element.step, 1, 1e6, 1)
    const min = bound(element.min, 0)
    const stops = Math.min(mostStops, Math.max(1, Math.floor((bound(element.max, 100) - min) / step)))
    const max = min + stops * step
    if (max !== (element.max ?? 100)) say('Curseur dont le plus grand nombre a changé\u202f: à vérifier.')
    return { ...base, min, max, step, ...texts(endTexts(element.customLabels, min, max)) }
  },
}

/** @returns where it starts, where it ends, by how much it moves */
export const stopsOf = ({ min, max, step }: Pick<DefinitionElement, string>) => ({
  min: typeof min === 'number' ? min : 0,
  max: typeof max === 'number' ? max : 100,
  step: typeof step === 'number' ? step : 1,
})

/** The numbers it stops at, ascending; null while a draft gives too many, or none. */
function everyStop(element: DefinitionElement): number[] | null {
  const { min, max, step } = stopsOf(element)
  const last = Math.floor((max - min) / step)
  return last >= 1 && last <= mostStops ? Array.from({ length: last + 1 }, (_, at) => min + at * step) : null
}

/** « , de 2 en 2 »: to staff, after the bounds. */
export const byStep = (step: number | null) => (step === null || step === 1 ? '' : `, de ${step} en ${step}`)

/** The labels a SurveyJS file puts at both ends. */
function endTexts(labels: unknown, min: number, max: number) {
  const list = Array.isArray(labels) ? (labels as { value?: unknown; text?: unknown }[]) : []
  const at = (value: number) => list.find((label) => label?.value === value)?.text
  return { minRateDescription: at(min), maxRateDescription: at(max) }
}
