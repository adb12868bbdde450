/** A response begun, or gone on with: what is saved of it, and the live model of its questions. */
import type { SurveyModel } from 'survey-core'
import { draw, modelOf } from '../../../surveys/answers/engine.ts'
import { giveSoles } from '../../../surveys/answers/single-answer.ts'
import { newCode } from '../../../surveys/answers/withdrawal-words.ts'
import { doorKey, shortDoor } from '../../../surveys/questionnaire/door.ts'
import type { Language, Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import type { Draft } from '../device/outbox.ts'
import { chance, newId } from '../way/chance.ts'
import { rememberHidden } from './remembered.ts'

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

export const withCarried = ({ carried: _, left: __, ...session }: Draft, carried: string | undefined): Draft =>
  carried === undefined ? session : { ...session, carried }

/** A model made while somebody reads what comes before the questions, and what it was made of. */
export type Ready = { of: string; model: SurveyModel }

const nameOf = ({ slug, version }: Questionnaire, { id, drawn, data }: Draft, language: Language) =>
  JSON.stringify([slug, version, language, id, drawn, data])

/** The model that `begin` will ask for, unless something changes meanwhile. */
export const prepare = (questionnaire: Questionnaire, session: Draft, language: Language): Ready => ({
  of: nameOf(questionnaire, session, language),
  model: made(questionnaire, session, language, true),
})

/**
 * @param hasAnswers some were given before
 * @param ready serves once: who answers changes it
 */
export function begin(
  questionnaire: Questionnaire,
  session: Draft,
  language: Language,
  hasAnswers: boolean,
  ready: { current: Ready | null } = { current: null },
) {
  const early = ready.current
  ready.current = null
  const isSame = hasAnswers && early?.of === nameOf(questionnaire, session, language)
  return { session, model: isSame ? early.model : made(questionnaire, session, language, hasAnswers) }
}

function made(questionnaire: Questionnaire, session: Draft, language: Language, hasAnswers: boolean): SurveyModel {
  const model = modelOf(questionnaire, language, session.drawn, session.id)
  if (hasAnswers) {
    model.data = { ...session.data, ...session.drawn }
    giveSoles(model)
  }
  rememberHidden(model)
  return model
}

/** By the short door so far, from now on by the other one. */
export function goingOn<S extends Pick<Draft, 'drawn' | 'data'>>(session: S): S & Pick<Draft, 'goesOn'> {
  const { [doorKey]: _, ...drawn } = session.drawn
  const { [doorKey]: __, ...data } = session.data
  return { ...session, drawn, data, goesOn: true }
}
