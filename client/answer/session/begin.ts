/** A response begun, or gone on with: what is saved of it, and the live model of its questions. */
import { draw, modelOf } from '../../../surveys/answers/engine.ts'
import { giveSoles } from '../../../surveys/answers/single-answer.ts'
import { newCode } from '../../../surveys/answers/withdrawal-words.ts'
import { doorKey, shortDoor } from '../../../surveys/questionnaire/door.ts'
import type { Language, Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import type { Draft } from '../device/outbox.ts'
import { chance, newId } from '../way/chance.ts'

/** Begins a response: its id, its words, its draws and its door are made once. */
export const beginning = (
  { slug, version, assigned }: Pick<Questionnaire, 'slug' | 'version' | 'assigned'>,
  channel: string,
  isByShort: boolean,
): Draft => ({
  id: newId(),
  questionnaire: slug,
  version,
  channel,
  code: newCode((numbers) => crypto.getRandomValues(numbers)),
  drawn: { ...draw(assigned, chance), ...(isByShort ? { [doorKey]: shortDoor } : {}) },
  data: {},
  screen: '',
  savedAt: Date.now(),
})

export const withCarried = ({ carried: _, ...session }: Draft, carried: string | undefined): Draft =>
  carried === undefined ? session : { ...session, carried }

/** @param hasAnswers some were given before */
export function begin(questionnaire: Questionnaire, session: Draft, language: Language, hasAnswers: boolean) {
  const model = modelOf(questionnaire, language, session.drawn, session.id)
  if (hasAnswers) {
    model.data = { ...session.data, ...session.drawn }
    giveSoles(model)
  }
  return { session, model }
}

/** By the short door so far, from now on by the other one. */
export function goingOn<S extends Pick<Draft, 'drawn' | 'data'>>(session: S): S & Pick<Draft, 'goesOn'> {
  const { [doorKey]: _, ...drawn } = session.drawn
  const { [doorKey]: __, ...data } = session.data
  return { ...session, drawn, data, goesOn: true }
}
