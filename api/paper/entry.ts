/** Typing a sheet in: once, and for some of them a second time without seeing the first. */
import { isObject } from '../../surveys/elements.ts'
import type { Answers } from '../../surveys/response.ts'
import type { House } from '../house.ts'
import { Problem } from '../problems.ts'
import { receive } from '../responses.ts'
import { canonical, keptOf, openKept } from '../seal.ts'
import { usesIn } from '../uses.ts'
import type * as wire from '../wire-paper.ts'
import { isWaiting, type PaperSheet, sheetShelf } from './batches.ts'
import { numberIn } from './numbers.ts'

export type Found = { number: string; revision: number; sheet: PaperSheet }

/** @throws Problem paper-number when a figure is wrong, paper-unknown when no such sheet was printed */
export async function findSheet(house: House, typed: string): Promise<Found> {
  const number = numberIn(typed)
  if (number === null) throw new Problem('paper-number')
  const kept = await sheetShelf(house.store).get(number)
  if (kept === null) throw new Problem('paper-unknown')
  return { number, revision: kept.revision, sheet: kept.value }
}

export function shownSheet({ number, sheet }: Found): wire.PaperSheet {
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
export async function enter(house: House, by: string, found: Found, answers: Answers): Promise<wire.Entered> {
  const { number, revision, sheet } = found
  if (sheet.first !== null) {
    if (canonical((await keptAnswer(house, sheet)).response.answers) !== canonical(answers))
      throw new Problem('paper-entered')
    return { outcome: 'same', isSampled: isWaiting(sheet) }
  }
  const { id, questionnaire, version, language, withdrawal } = sheet
  const { standing } = await house.questionnaires.found(questionnaire)
  if (await house.questionnaires.isFrozen(standing)) throw new Problem('questionnaire-closed')
  const typed = { id, questionnaire, version, mode: 'paper' as const, channel: '', language, answers }
  // filled in before the closing, typed after it
  const { outcome } = await receive(
    house,
    { ...typed, ...(withdrawal === null ? {} : { withdrawal }) },
    { isDecided: true },
  )
  if (outcome === 'new' && language === 'fr-facile') await usesIn(house.store).count('easy')
  const entered = { ...sheet, withdrawal: null, first: { by, at: house.now().toISOString() } }
  if ((await sheetShelf(house.store).put(number, entered, revision)) === 'changed') {
    const now = await findSheet(house, number)
    return enter(house, by, now, answers)
  }
  return { outcome, isSampled: sheet.isSampled }
}

/**
 * Compares a blind second entry with the first; nothing is changed by it.
 *
 * @throws Problem answers-refused, paper-not-waiting
 */
export async function enterAgain(house: House, by: string, found: Found, answers: Answers): Promise<wire.Compared> {
  const { number, revision, sheet } = found
  if (!isWaiting(sheet)) throw new Problem('paper-not-waiting')
  const { response } = await keptAnswer(house, sheet)
  const told = compare(response.answers, await checked(house, sheet, answers))
  const different = told.different.length
  const again = { by, at: house.now().toISOString(), compared: told.compared, different, isSettled: different === 0 }
  if ((await sheetShelf(house.store).put(number, { ...sheet, again }, revision)) === 'changed')
    throw new Problem('changed-meanwhile')
  return told
}

/** After a second entry that differed: what the paper says is kept instead. */
export async function settle(house: House, by: string, found: Found, answers: Answers): Promise<void> {
  const { number, revision, sheet } = found
  if (sheet.again === null || sheet.again.isSettled) throw new Problem('paper-not-waiting')
  const { row, response } = await keptAnswer(house, sheet)
  const settled = { ...response, answers: await checked(house, sheet, answers) }
  const { sealing } = await house.settings()
  const kept = keptOf(settled, house.keyring.keyFor(sheet.questionnaire), sealing, row.withdrawal)
  if (!(await house.store.responses.replace(kept, row.digest))) throw new Problem('changed-meanwhile')
  await sheetShelf(house.store).put(number, { ...sheet, again: { ...sheet.again, isSettled: true } }, revision)
  await house.audit.record({ who: by, what: 'paper-settled', about: sheet.questionnaire, details: { feuille: number } })
}

async function checked({ questionnaires }: House, sheet: PaperSheet, answers: Answers): Promise<Answers> {
  const { check } = await questionnaires.published(sheet.questionnaire, sheet.version)
  const verdict = check(answers)
  if (verdict.ok) return verdict.answers
  throw new Problem(
    'answers-refused',
    verdict.problems.map(({ path, message }) => ({ path, message })),
  )
}

async function keptAnswer({ store, keyring }: House, { id }: PaperSheet) {
  const row = await store.responses.get(id)
  if (row === null) throw new Problem('response-withdrawn')
  return { row, response: openKept(row, keyring) }
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
