/** What a neighbour may know of somebody: where they live, their age, their household, their children; released in broad groups only. */
import type { Response } from '../../surveys/answers/response.ts'
import { momentOf } from '../../surveys/answers/response.ts'
import { type ZoneTable, zoneOf } from '../../surveys/authority/territory.ts'
import { type Field, fieldsOf } from '../../surveys/questionnaire/fields.ts'
import type { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'

export type QuasiIdentifier = {
  /** Column of the export. */
  name: string
  /** '' when the person did not say. */
  of(response: Response): string
}

const known = ['age-band', 'sex', 'household-type']
const firstAges = [0, 3, 6, 11, 15, 18, 25, 35, 45, 55, 65]
const mostChildren = 3

/**
 * @returns from the one to suppress last to the one to suppress first
 * @example ageBand(2026 - 2022) // '3-5'
 */
export function quasiIdentifiersOf({ definition, assigned }: Questionnaire, zones: ZoneTable): QuasiIdentifier[] {
  const fields = fieldsOf(definition, assigned)
  const whole = fields.filter(({ parent }) => parent === null)
  const commune = whole.find(({ semantic }) => semantic === 'commune')
  const chosen = known.flatMap((role) => whole.filter((field) => field.semantic === role))
  const own = whole.filter(({ semantic }) => semantic === 'birth-year')
  const births = fields.filter(({ semantic, parent }) => semantic === 'birth-year' && parent !== null)
  return [
    ...(commune ? [{ name: 'zone', of: ({ answers }: Response) => zone(answers[commune.question], zones) }] : []),
    ...own.map((field) => ({ name: 'tranche_age', of: (one: Response) => bandAt(one, one.answers[field.question]) })),
    ...chosen.map(({ question }) => ({ name: question, of: ({ answers }: Response) => text(answers[question]) })),
    ...births.flatMap(ofChildren),
  ]
}

export const ageBand = (age: number): string => {
  const first = firstAges.findLast((edge) => edge <= age)
  const next = firstAges.find((edge) => edge > age)
  if (first === undefined) return ''
  return next === undefined ? `${first}+` : `${first}-${next - 1}`
}

/** The age reached in the year of the answer; '' when the year is not given. */
export const bandAt = (response: Response, year: unknown): string =>
  typeof year === 'number' ? ageBand(Math.max(0, Number(momentOf(response).slice(0, 4)) - year)) : ''

export const cardsOf = ({ answers }: Pick<Response, 'answers'>, panel: string): Record<string, unknown>[] =>
  Array.isArray(answers[panel]) ? answers[panel] : []

function ofChildren({ parent, question }: Field): QuasiIdentifier[] {
  const panel = parent!
  return [
    {
      name: `${panel}_plus_jeune`,
      of: (response) => {
        const years = cardsOf(response, panel).flatMap((card) => Number(card[question]) || [])
        return years.length === 0 ? '' : bandAt(response, Math.max(...years))
      },
    },
    {
      name: `${panel}_nombre`,
      of: (response) => {
        const { length } = cardsOf(response, panel)
        return length < mostChildren ? String(length) : `${mostChildren}+`
      },
    },
  ]
}

const zone = (value: unknown, zones: ZoneTable) => (typeof value === 'string' ? (zoneOf(value, zones) ?? '') : '')
const text = (value: unknown) => (typeof value === 'string' ? value : '')
