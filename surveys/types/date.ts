/** A day between two others: day, month and year, counted by month and never by day. */
import { problem } from '../answers/problem.ts'
import { between } from '../people/random.ts'
import { dayInWords, isDay, periodsBetween } from '../questionnaire/calendar.ts'
import type { Field } from '../questionnaire/field.ts'
import type { DefinitionElement } from '../questionnaire/questionnaire.ts'
import { one } from './rules.ts'
import { inputProperties } from './texts.ts'
import type { TypeRow } from './type.ts'

const blank = { min: '2020-01-01', max: '2030-12-31' }
const dayMs = 24 * 60 * 60 * 1000

export const date: TypeRow = {
  written: { type: 'text', inputType: 'date' },
  title: 'Date',
  help: 'Un jour, un mois et une année : les résultats en donnent le mois ou l’année, jamais le jour.',
  part: 'Situer',
  noun: 'date',
  properties: { ...inputProperties, inputType: one('date'), min: isDay, max: isDay },
  unlisted: ['maxLength', 'step', 'placeholder', 'minErrorText', 'maxErrorText'],
  labels: { min: { label: 'Premier jour admis' }, max: { label: 'Dernier jour admis' } },
  problems({ min, max }, say) {
    if (!isDay(min) || !isDay(max) || min > max)
      say('bounds', 'Une date dit le premier et le dernier jour admis, dans l’ordre.')
  },
  blank,
  kind: 'date',
  countedIn: ({ min, max }) => (isDay(min) && isDay(max) ? periodsBetween(min, max) : []),
  verify(element) {
    const { min, max } = element as DefinitionElement & typeof blank
    return (value, _, path, found) => {
      if (!isDay(value)) found.push(problem(path, 'type', 'Une date qui existe est attendue.'))
      else if (value < min || value > max) {
        const [first, last] = [min, max].map((day) => dayInWords(day, 'fr'))
        found.push(problem(path, 'range', `Une date du ${first} au ${last} est attendue.`))
      }
    }
  },
  objection(before, after) {
    const [was, now] = [periodsOf(before), periodsOf(after)]
    if (was.grain === now.grain && was.first >= now.first && was.last <= now.last) return null
    return {
      code: 'period',
      message: `Cette date allait de ${was.text}\u202f: garder ces dates, ou donner un nouveau code à la question.`,
    }
  },
  seconds: 8,
  paper: 'date',
  instruction: (_, __, say) => say.date,
  range: (element, text, say) => say.range(element, [text(element.title), text(element.description)]),
  invent({ min, max }, _, random) {
    const [first, last] = [min, max].map((day) => Date.parse(`${day}T00:00:00Z`) / dayMs) as [number, number]
    return new Date(between(first, last, random) * dayMs).toISOString().slice(0, 10)
  },
  convert(base, element, { say }) {
    const [min, max] = [element.min, element.max].map((day) => (isDay(day) ? day : null))
    if (min && max && min <= max) return { ...base, min, max }
    say('Date sans limites\u202f: le premier et le dernier jour admis sont à vérifier.')
    return { ...base, ...blank }
  },
}

/** Months or years it is counted in, from the first to the last. */
function periodsOf({ choices }: Field) {
  const [first, last] = [choices[0], choices.at(-1)]
  return {
    grain: first?.value.length,
    first: first?.value ?? '',
    last: last?.value ?? '',
    text: `${first?.text} à ${last?.text}`,
  }
}
