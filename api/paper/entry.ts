/** Typing a sheet in: once, and for some of them a second time without seeing the first. */

import type { Answers } from '../../surveys/answers/response.ts'
import { canonical } from '../../surveys/canonical.ts'
import { isObject } from '../../surveys/questionnaire/elements.ts'
import type { AppContext } from '../context.ts'
import { Problem } from '../http/problems.ts'
import { usesIn } from '../http/uses.ts'
import { encryptResponse } from '../keys/encryption.ts'
import { receive } from '../responses/responses.ts'
import { unreadableIn } from '../responses/unreadable.ts'
import type * as wire from '../wire/paper.ts'
import { isWaiting, type PaperForm, paperFormsIn } from './batches.ts'
import { numberIn } from './numbers.ts'

export type Found = { number: string; revision: number; form: PaperForm }

/** @throws Problem paper-number when a figure is wrong, paper-unknown when no such sheet was printed */
export async function findForm(context: AppContext, typed: string): Promise<Found> {
  const number = numberIn(typed)
  if (number === null) throw new Problem('paper-number')
  const kept = await paperFormsIn(context.store).get(number)
  if (kept === null) throw new Problem('paper-unknown')
  return { number, revision: kept.revision, form: kept.value }
}

export function shownForm({ number, form: sheet }: Found): wire.PaperForm {
  const { questionnaire, version, language, drawn, first } = sheet
  const expects =
    first === null ? 'first' : isWaiting(sheet) ? 'again' : sheet.again?.isSettled === false ? 'settle' : 'nothing'
  return { number, questionnaire, version, language, drawn, expects, enteredOn: first?.at ?? null }
}

/**
 * Keeps what was typed as one more answer; sent again, it is kept once.
 *
 * @throws Problem answers-refused, paper-entered when it was typed before with other answers, questionnaire-closed after the freeze
 */
export async function enter(context: AppContext, by: string, found: Found, answers: Answers): Promise<wire.Entered> {
  const { number, revision, form: sheet } = found
  if (sheet.first !== null) {
    if (canonical((await storedAnswer(context, sheet)).response.answers) !== canonical(answers))
      throw new Problem('paper-entered')
    return { outcome: 'same', isSampled: isWaiting(sheet) }
  }
  const { id, questionnaire, version, language, withdrawal } = sheet
  const { standing } = await context.questionnaires.found(questionnaire)
  if (await context.questionnaires.isFrozen(standing)) throw new Problem('questionnaire-closed')
  const typed = { id, questionnaire, version, mode: 'paper' as const, channel: '', language, answers }
  // filled in before the closing, typed after it
  const { outcome } = await receive(
    context,
    { ...typed, ...(withdrawal === null ? {} : { withdrawal }) },
    { isDecided: true },
  )
  if (outcome === 'new' && language === 'fr-facile') await usesIn(context.store).count('easy')
  const entered = { ...sheet, withdrawal: null, first: { by, at: context.now().toISOString() } }
  if ((await paperFormsIn(context.store).put(number, entered, revision)) === 'changed') {
    const now = await findForm(context, number)
    return enter(context, by, now, answers)
  }
  return { outcome, isSampled: sheet.isSampled }
}

/**
 * Compares a blind second entry with the first; nothing is changed by it.
 *
 * @throws Problem answers-refused, paper-not-waiting
 */
export async function enterAgain(
  context: AppContext,
  by: string,
  found: Found,
  answers: Answers,
): Promise<wire.Compared> {
  const { number, revision, form: sheet } = found
  if (!isWaiting(sheet)) throw new Problem('paper-not-waiting')
  const { response } = await storedAnswer(context, sheet)
  const told = compare(response.answers, await checked(context, sheet, answers))
  const different = told.different.length
  const again = { by, at: context.now().toISOString(), compared: told.compared, different, isSettled: different === 0 }
  if ((await paperFormsIn(context.store).put(number, { ...sheet, again }, revision)) === 'changed')
    throw new Problem('changed-meanwhile')
  return told
}

/** After a second entry that differed: what the paper says is kept instead. */
export async function settle(context: AppContext, by: string, found: Found, answers: Answers): Promise<void> {
  const { number, revision, form: sheet } = found
  if (sheet.again === null || sheet.again.isSettled) throw new Problem('paper-not-waiting')
  const { row, response } = await storedAnswer(context, sheet)
  const settled = { ...response, answers: await checked(context, sheet, answers) }
  const { encrypts: sealing } = await context.settings()
  const kept = encryptResponse(settled, await context.keyring.keyFor(sheet.questionnaire), sealing, row.withdrawal)
  if (!(await context.store.responses.replace(kept, row.digest))) throw new Problem('changed-meanwhile')
  await paperFormsIn(context.store).put(number, { ...sheet, again: { ...sheet.again, isSettled: true } }, revision)
  await context.audit.record({
    who: by,
    what: 'paper-settled',
    about: sheet.questionnaire,
    details: { feuille: number },
  })
}

async function checked({ questionnaires }: AppContext, sheet: PaperForm, answers: Answers): Promise<Answers> {
  const { check } = await questionnaires.published(sheet.questionnaire, sheet.version)
  const verdict = check(answers)
  if (verdict.ok) return verdict.answers
  throw new Problem(
    'answers-refused',
    verdict.problems.map(({ path, message }) => ({ path, message })),
  )
}

async function storedAnswer(context: AppContext, { id }: PaperForm) {
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
