/** The exit questions of an event: counts that nothing joins to a person, words masked before they are stored. */
import { randomInt } from 'node:crypto'
import { type ExitTally, emptyTally, isWorthShowing } from '../../../analysis/evidence/exit-answers.ts'
import { mask } from '../../../analysis/text/mask.ts'
import { type ExitAnswer, exitDays, mostWord } from '../../../surveys/action-log/exit.ts'
import { stateRows } from '../../../surveys/action-log/rows.ts'
import { dayAfter } from '../../../surveys/days.ts'
import { collections } from '../../store/collections.ts'
import type { Store } from '../../store/store.ts'
import type { ExitDocument, LoggedDocument } from './collections.ts'
import { actionLogIn } from './log.ts'

const signs = '23456789abcdefghjkmnpqrstuvwxyz'
const codeLength = 10
/** Far above any event; beyond, the questions are closed. */
const mostAnswers = 5_000

/** @returns a code nobody guesses: 31¹⁰ possible */
export const newExitCode = (): string =>
  Array.from({ length: codeLength }, () => signs[randomInt(signs.length)]).join('')

export function exitsIn(store: Store) {
  const documents = store.collection(collections.exitAnswers)
  const log = actionLogIn(store)
  const found = async (code: string): Promise<{ exit: ExitDocument; logged: LoggedDocument } | null> => {
    const exit = await documents.get(code)
    const logged = exit && (await log.get(exit.value.entry))
    return exit && logged && logged.value.removed === null ? { exit: exit.value, logged: logged.value } : null
  }

  return {
    found,

    /** Opens the questions of an entry. @returns their code, the same each time; null when there is no such entry */
    async open(entry: string): Promise<string | null> {
      const code = await log.giveExit(entry, newExitCode())
      if (code !== null)
        await documents.put(
          code,
          { entry, tally: emptyTally, shown: emptyTally, shownWords: [], waiting: [], received: [] },
          null,
        )
      return code
    },

    /** Counts an answer once; what a person gave is added to sums and is nowhere by itself. */
    async receive(code: string, id: string, answer: ExitAnswer): Promise<void> {
      await documents.update(code, (exit) =>
        exit === null || exit.received.includes(id) || exit.received.length >= mostAnswers
          ? null
          : counted({ ...exit, received: [...exit.received, id] }, answer),
      )
    },
  }
}

function counted(exit: ExitDocument, { satisfaction, useful, word }: ExitAnswer): ExitDocument {
  const tally: ExitTally = {
    answers: exit.tally.answers + 1,
    satisfaction: added(exit.tally.satisfaction, satisfaction),
    useful: added(exit.tally.useful, useful),
  }
  const masked = mask(word.trim().slice(0, mostWord)).text
  const waiting = masked === '' ? exit.waiting : shuffled([...exit.waiting, masked])
  if (!isWorthShowing(tally, exit.shown)) return { ...exit, tally, waiting }
  return { ...exit, tally, shown: tally, shownWords: shuffled([...exit.shownWords, ...waiting]), waiting: [] }
}

const added = <Value extends string>(counts: Partial<Record<Value, number>>, value: Value | null) =>
  value === null ? counts : { ...counts, [value]: (counts[value] ?? 0) + 1 }

/** In no order, so that the place of a word says nothing of who came when. */
function shuffled(words: string[]): string[] {
  const mixed = [...words]
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = randomInt(at + 1)
    ;[mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!]
  }
  return mixed
}

/** Last ISO day on which people may answer. */
export const closesOn = (day: string): string => dayAfter(day, exitDays)

/** @param today ISO day */
export const isExitOpen = ({ entry: { day, state } }: LoggedDocument, today: string): boolean =>
  (stateRows[state].isHeld || state === 'planned') && day <= today && today <= closesOn(day)
