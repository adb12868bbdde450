/** Screens that need not be gone through again: the person comes back to where a list of answers stands, or goes on behind it. */
import { useState } from 'react'
import type { Question } from 'survey-core'
import { questionsOf, type Screen } from './screens.ts'

/** Questions there were on the screens when it began, and those answered. */
type Detour = { to: string; isList: boolean; asked: ReadonlySet<Question>; answered: ReadonlySet<Question> }

export type WayOn = {
  /** From now on the screens shown are known; what leads on leads to this one. */
  begin: (to: string, screens: readonly Screen[]) => void
  /** One answer of the list on this screen is changed. */
  change: (list: string, screens: readonly Screen[]) => void
  /** @returns the key of the screen after this one */
  after: (screens: readonly Screen[], at: number) => string | undefined
  /**
   * @param isFirst what was gone to begins on this screen
   * @returns where the person came from, which is left behind: at once for one answer of a list; null when « Retour » leads elsewhere
   */
  leave: (isFirst: boolean) => string | null
  /** @returns those after this one that what leads on passes by: their answers are there */
  passed: (screens: readonly Screen[], at: number) => readonly Screen[]
  isUnderWay: boolean
  /** It was not asked as the way was begun, or is one to be gone through. */
  isNew: (question: Question) => boolean
  /** Something else is begun from where the person came back to. */
  settle: () => void
  /** The list of which one answer is being changed; null when none is. */
  list: string | null
}

/** @param key of the screen: whoever is back where they came from, by whatever way, is on no detour any more */
export function useDetour(key: string): WayOn {
  const [begun, setDetours] = useState<readonly Detour[]>([])
  const over = begun.findIndex(({ to }) => to === key)
  const detours = over < 0 ? begun : begun.slice(0, over)
  // until they go on from there: « Suivant » of the browser leads back to the detour
  const settle = () => setDetours(detours)
  const last = detours.at(-1)
  const add = (to: string, isList: boolean, screens: readonly Screen[]) => {
    const asked = screens.flatMap(({ pieces }) => questionsOf(pieces))
    const answered = asked.filter((question) => !question.isEmpty())
    setDetours([...detours, { to, isList, asked: new Set(asked), answered: new Set(answered) }])
  }
  return {
    passed(screens, at) {
      const way = detours.findLast(({ isList }) => !isList)
      return way === undefined ? [] : between(way, screens, at).filter((screen) => !isAsked(way, screen))
    },
    isUnderWay: last !== undefined,
    isNew: (question) => last !== undefined && !last.asked.has(question),
    settle,
    list: last?.isList ? last.to : null,
    begin: (to, screens) => add(to, false, screens),
    change: (list, screens) => add(list, true, screens),
    leave(isFirst) {
      if (last === undefined) settle()
      if (last === undefined || !(last.isList || isFirst)) return null
      setDetours(detours.slice(0, -1))
      return last.to
    },
    after(screens, at) {
      if (last === undefined) {
        settle()
        return screens[at + 1]?.key
      }
      // a list before this screen asks for what is behind it only when it is new, or when the change has emptied its answer
      const asked = between(last, screens, at).find((screen) => isAsked(last, screen))
      if (asked !== undefined) return asked.key
      setDetours(detours.slice(0, -1))
      return last.to
    },
  }
}

/** An answer that was given is empty now, or what the change has brought is blank still. */
const isAsked = ({ asked, answered }: Detour, { pieces }: Screen): boolean =>
  questionsOf(pieces).some((question) => question.isEmpty() && (answered.has(question) || !asked.has(question)))

/** The screens after this one, up to where what leads on leads. */
function between({ to }: Detour, screens: readonly Screen[], at: number): readonly Screen[] {
  const end = screens.findIndex(({ key }) => key === to)
  return screens.slice(at + 1, end > at ? end : screens.length)
}
