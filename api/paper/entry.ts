/** Typed entry of paper forms: once, and for some of them a second time without seeing the first. */

import type { Answers } from '../../surveys/answers/response.ts'
import { canonical } from '../../surveys/canonical.ts'
import { isObject } from '../../surveys/questionnaire/elements.ts'
import type { AppContext } from '../context.ts'
import { Problem } from '../http/problems.ts'
import { usesIn } from '../http/uses.ts'
import { encryptResponse } from '../keys/encryption.ts'
import { isCodedCensus } from '../questionnaires/invitation.ts'
import { receive } from '../responses/responses.ts'
import { unreadableIn } from '../responses/unreadable.ts'
import type * as wire from '../wire/paper.ts'
import { isUnsettled, isWaiting, type PaperForm, paperFormsIn, typed } from './batches.ts'
import { numberIn } from './numbers.ts'

export type Found = { number: string; revision: number; form: PaperForm }

/** @throws Problem paper-number when a figure is wrong, paper-unknown when no such form was printed */
export async function findForm(context: AppContext, asked: string): Promise<Found> {
  const number = numberIn(asked)
  if (number === null) throw new Problem('paper-number')
  const stored = await paperFormsIn(context.store).get(number)
  if (stored === null) throw new Problem('paper-unknown')
  return { number, revision: stored.revision, form: stored.value }
}

export function shownForm({ number, form }: Found): wire.PaperForm {
  const { questionnaire, version, language, drawn, first } = form
  const expects = first === null ? 'first' : isWaiting(form) ? 'again' : isUnsettled(form) ? 'settle' : 'nothing'
  return { number, questionnaire, version, language, drawn, expects, enteredOn: first?.at ?? null }
}

/**
 * Stores what was typed as a response; sent again, it is stored once.
 *
 * @throws Problem answers-refused, paper-entered when it was typed before with other answers, paper-census, questionnaire-closed
 *   after the freeze
 */
export async function enter(context: AppContext, by: string, found: Found, answers: Answers): Promise<wire.Entered> {
  const { number, revision, form } = found
  if (form.first !== null) {
    if (canonical((await storedAnswer(context, form)).response.answers) !== canonical(answers))
      throw new Problem('paper-entered')
    return { outcome: 'same', isSampled: isWaiting(form) }
  }
  const { id, questionnaire, version, language, withdrawal } = form
  await refuseFrozen(context, questionnaire)
  await refuseCensus(context, questionnaire)
  if (id === null) throw new Problem('questionnaire-closed')
  const content = { id, questionnaire, version, mode: 'paper' as const, channel: '', language, answers }
  // filled in before the closing, typed after it
  const { outcome } = await receive(
    context,
    { ...content, ...(withdrawal === null ? {} : { withdrawal }) },
    { isDecided: true },
  )
  if (outcome === 'new' && language === 'fr-facile') await usesIn(context.store).count('easy')
  const entered = { ...typed(form), first: { by, at: context.now().toISOString() } }
  if ((await paperFormsIn(context.store).put(number, entered, revision)) === 'changed') {
    const now = await findForm(context, number)
    return enter(context, by, now, answers)
  }
  return { outcome, isSampled: form.isSampled }
}

/**
 * Compares a blind second entry with the first; nothing is changed by it.
 *
 * @throws Problem answers-refused, paper-not-waiting, questionnaire-closed after the freeze
 */
export async function enterAgain(
  context: AppContext,
  by: string,
  found: Found,
  answers: Answers,
): Promise<wire.Compared> {
  const { number, revision, form } = found
  await refuseFrozen(context, form.questionnaire)
  if (!isWaiting(form)) throw new Problem('paper-not-waiting')
  const { response } = await storedAnswer(context, form)
  const comparison = compare(response.answers, await checked(context, form, answers))
  const different = comparison.different.length
  const again = {
    by,
    at: context.now().toISOString(),
    compared: comparison.compared,
    different,
    isSettled: different === 0,
  }
  if ((await paperFormsIn(context.store).put(number, { ...form, again }, revision)) === 'changed')
    throw new Problem('changed-meanwhile')
  return comparison
}

/**
 * After a second entry that differed: replaces the response by what the paper says.
 *
 * @throws Problem answers-refused, paper-not-waiting, questionnaire-closed after the freeze
 */
export async function settle(context: AppContext, by: string, found: Found, answers: Answers): Promise<void> {
  const { number, revision, form } = found
  await refuseFrozen(context, form.questionnaire)
  if (form.again === null || !isUnsettled(form)) throw new Problem('paper-not-waiting')
  const { row, response } = await storedAnswer(context, form)
  const settled = { ...response, answers: await checked(context, form, answers) }
  const { encrypts } = await context.settings()
  const stored = encryptResponse(settled, await context.keyring.keyFor(form.questionnaire), encrypts, row.withdrawal)
  if (!(await context.store.responses.replace(stored, row.digest))) throw new Problem('changed-meanwhile')
  await paperFormsIn(context.store).put(number, { ...form, again: { ...form.again, isSettled: true } }, revision)
  await context.audit.record({
    who: by,
    what: 'paper-settled',
    about: form.questionnaire,
    details: { feuille: number },
  })
}

/** Printed before each commune had to show its code: whose form it is, nothing proves. */
async function refuseCensus({ questionnaires }: AppContext, slug: string): Promise<void> {
  const { standing } = await questionnaires.found(slug)
  const { questionnaire } = await questionnaires.published(slug, standing.version)
  if (isCodedCensus(standing, questionnaire.audience)) throw new Problem('paper-census')
}

/** Figures that are frozen rest on these answers. */
async function refuseFrozen({ questionnaires }: AppContext, slug: string): Promise<void> {
  const { standing } = await questionnaires.found(slug)
  if (await questionnaires.isFrozen(standing)) throw new Problem('questionnaire-closed')
}

async function checked({ questionnaires }: AppContext, form: PaperForm, answers: Answers): Promise<Answers> {
  const { check } = await questionnaires.published(form.questionnaire, form.version)
  const verdict = check(answers, 'paper')
  if (verdict.ok) return verdict.answers
  throw new Problem(
    'answers-refused',
    verdict.problems.map(({ path, message }) => ({ path, message })),
  )
}

async function storedAnswer(context: AppContext, { id }: PaperForm) {
  if (id === null) throw new Problem('questionnaire-closed')
  const row = await context.store.responses.get(id)
  if (row === null) throw new Problem('response-withdrawn')
  const response = await unreadableIn(context).open(row)
  if (response === null) throw new Problem('response-unreadable')
  return { row, response }
}

/** Every answer one of the two entries holds, and the paths of those that are not the same. */
export function compare(first: Answers, second: Answers): { compared: number; different: string[] } {
  const [one, other] = [flat(first), flat(second)]
  const paths = [...new Set([...one.keys(), ...other.keys()])]
  return { compared: paths.length, different: paths.filter((path) => one.get(path) !== other.get(path)) }
}

function flat(answers: Answers, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(answers).flatMap(([name, value]): [string, string][] => {
      const path = prefix + name
      if (isObject(value)) return [...flat(value, `${path}.`)]
      // cards of a repeated block; the rows of a week are one answer
      if (Array.isArray(value) && value.every((row) => isObject(row) && !('cover' in row)))
        return value.flatMap((row, at) => [...flat(row as Answers, `${path}.${at}.`)])
      return [[path, canonical(value)]]
    }),
  )
}
