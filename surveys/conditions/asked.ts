/** Who is asked a question: what whoever was asked it said before, by its conditions and those around it. */

import { type Place, pathOf, placesOf, special } from '../questionnaire/elements.ts'
import { type Field, fieldsOf } from '../questionnaire/fields.ts'
import type { Questionnaire } from '../questionnaire/questionnaire.ts'
import { readable } from './conditions.ts'
import { parseCondition, type Tree } from './expression.ts'
import { type Implied, impliedBy } from './said.ts'

/** Of an earlier question. */
export type Said = {
  /** Its path. */
  of: string
  /** One of these answers, at least; null = no matter which. */
  among: readonly string[] | null
  /** None of these. */
  without: readonly string[]
  /** An answer that counts: neither blank, nor « I do not know », nor a refusal. */
  answered: boolean
  /** Its answers exclude each other. */
  exclusive: boolean
  /** Times the later question may be asked for one answer to the earlier one. */
  times: number
}

const silences: readonly string[] = [special.dontKnow, special.refuse]

/** By path. @param questionnaire one that compiles */
export function askedOf({ definition, assigned }: Pick<Questionnaire, 'definition' | 'assigned'>): Map<string, Said[]> {
  const places = placesOf(definition)
  const fields = new Map(fieldsOf(definition, assigned).map((field) => [field.path, field]))
  const asked = new Map<Place, Said[]>()
  // conditions read what is asked before: one pass in the order of the questions
  for (const place of places) {
    const panel = places.find(({ element }) => element === place.parent)
    const above = panel ? asked.get(panel)! : []
    const rows = panel ? rowsOf(panel) : 1
    const sourceOf = (name: string) => readable(name, places, places.indexOf(place), place.parent)
    const fieldAt = (name: string) => {
      const source = sourceOf(name)
      return fields.get(source ? pathOf(source) : name)
    }
    const implied = impliedBy({ all: conditionsAt(place) }, (name) => isList(fieldAt(name)))
    const said = [...implied].flatMap(([name, one]): Said[] => {
      const field = fieldAt(name)
      if (!field) return []
      const source = sourceOf(name)
      const times = (source?.parent ?? null) === place.parent ? 1 : rows
      const own = saidOf(field, one, times)
      // who answered an earlier question was asked it
      const before = source && (own.answered || own.among) ? asked.get(source)! : []
      return [own, ...before.map((earlier) => repeated(earlier, times))]
    })
    asked.set(place, unique([...said, ...above.map((one) => repeated(one, rows))]))
  }
  return new Map([...asked].map(([place, one]) => [pathOf(place), one]))
}

/** What is said in two ways, once. */
const unique = (said: Said[]): Said[] => [...new Map(said.map((one) => [JSON.stringify(one), one])).values()]

const isList = (field: Field | undefined) => field?.kind === 'choices' || field?.kind === 'ranking'
const repeated = (said: Said, times: number): Said => ({ ...said, times: said.times * times })

function saidOf(field: Field, implied: Implied, times: number): Said {
  const offered = silences.filter((value) => field.choices.some((choice) => choice.value === value))
  const isSilent = implied.among?.some((value) => silences.includes(value)) ?? false
  const isFilled = implied.filled && offered.every((value) => implied.without.includes(value))
  const answered = implied.number || isFilled || (implied.among !== null && !isSilent)
  return {
    of: field.path,
    among: isSilent ? null : implied.among,
    without: implied.without.filter((value) => !silences.includes(value)),
    answered,
    exclusive: !isList(field),
    times,
  }
}

function rowsOf({ element }: Place): number {
  const { maxPanelCount } = element
  return typeof maxPanelCount === 'number' ? maxPanelCount : Number.POSITIVE_INFINITY
}

function conditionsAt({ page, containers, element, parent }: Place): Tree[] {
  return [...(parent === null ? [page] : []), ...containers, element].flatMap(({ visibleIf }) =>
    typeof visibleIf === 'string' && visibleIf !== '' ? [parseCondition(visibleIf)] : [],
  )
}
