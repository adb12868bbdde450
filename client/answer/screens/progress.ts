/** Where the person is and how long is left, as the answers stand: nothing that is announced grows without an answer that makes it grow. */
import { type Place, placesOf } from '../../../surveys/questionnaire/elements.ts'
import type { Definition, DefinitionPage } from '../../../surveys/questionnaire/questionnaire.ts'
import { pace, secondsFor } from '../../../surveys/review/burden.ts'
import { isAsked } from '../../../surveys/types/catalogue.ts'
import { type Screen, shownOn } from './screens.ts'

export type Progress = {
  /** Which part it stands in: the last screen belongs to neither. */
  part: 'core' | 'optional' | 'end'
  /** The page, among those of its part that are shown. */
  step: number
  /** Pages of that part that are shown or may still be: answers only make it smaller. */
  steps: number
  /** Inside a repeated panel: which row, which of its questions, and how many are asked or may still be. */
  child: { index: number; question: number; questions: number } | null
  /** Of this part, done: in [0, 1]. */
  share: number
  /** Whole minutes for the screens now ahead, at least 1. */
  minutesLeft: number
  /** Answers still to come may add questions. */
  isLeast: boolean
}

export type Position = (screens: readonly Screen[], index: number) => Progress

/** @returns what says where one stands among the screens that are shown */
export function progressIn(definition: Definition): Position {
  const places = placesOf(definition)
  const seconds = new Map(places.map((place) => [place, secondsFor(place.element, places)]))
  return (screens, index) => {
    const shown = screens.map((screen) => placesShown(screen, places))
    const now = new Set(shown.flat())
    const open = mayAppear(places, now, new Set(shown.slice(index).flat()))
    const screen = screens[index]
    const left = screens
      .slice(index)
      .reduce(
        (sum, _, at) => sum + pace.page + shown[index + at]!.reduce((all, place) => all + seconds.get(place)!, 0),
        0,
      )
    const isOptional = screen !== undefined && isOfOptional(screen.page.name, places)
    const mine = pagesOf(places).filter((page) => (page.optionalPart === true) === isOptional)
    const pages = mine.filter(
      (page) =>
        screens.some((one) => one.page.name === page.name) || places.some((one) => one.page === page && open.has(one)),
    )
    const seen = pages.filter((page) => screens.some((one) => one.page.name === page.name))
    const step = screen === undefined ? pages.length : seen.findIndex(({ name }) => name === screen.page.name) + 1
    const child = screen === undefined ? null : childAt(screens, index, shown, places)
    return {
      part: screen === undefined ? 'end' : isOptional ? 'optional' : 'core',
      step,
      steps: pages.length,
      child,
      share: screen === undefined ? 1 : (step - 1 + within(screens, index, child)) / pages.length,
      minutesLeft: Math.max(1, Math.round(left / 60)),
      isLeast: mayGrow(screens.slice(index)) || [...open].some(({ page }) => page.optionalPart !== true),
    }
  }
}

const pagesOf = (places: readonly Place[]): DefinitionPage[] => [...new Set(places.map(({ page }) => page))]
const isOfOptional = (page: string, places: readonly Place[]) =>
  places.some((place) => place.page.name === page && place.page.optionalPart === true)

function placesShown({ pieces, child, row }: Screen, places: readonly Place[]): Place[] {
  // a grid asked line by line counts with its first line
  if (row !== null) return []
  const names = new Set(shownOn(pieces).map(({ name }) => name))
  return places.filter(
    ({ element, parent }) => names.has(element.name) && (parent?.name ?? null) === (child?.group.name ?? null),
  )
}

/** What is not asked now and may still be, once what is ahead is answered. */
function mayAppear(places: readonly Place[], now: ReadonlySet<Place>, ahead: ReadonlySet<Place>): Set<Place> {
  const open = new Set<Place>()
  const names = new Set([...ahead].map(({ element }) => element.name))
  for (let size = -1; size !== open.size; ) {
    size = open.size
    for (const place of places) {
      if (now.has(place) || open.has(place) || !readBy(place).some((name) => names.has(name))) continue
      open.add(place)
      names.add(place.element.name)
    }
  }
  return open
}

/** Names of the questions that its conditions, or its list of answers, depend on. */
function readBy({ element, containers, page, parent }: Place): string[] {
  const conditions = [page, ...containers, ...(parent ? [parent] : []), element].map(({ visibleIf }) =>
    String(visibleIf ?? ''),
  )
  const read = conditions.flatMap((text) => [...text.matchAll(/\{(?:panel\.)?([\w-]+)/g)].map(([, name]) => name!))
  return typeof element.choicesFromQuestion === 'string' ? [...read, element.choicesFromQuestion] : read
}

/** Another row may be added on one of these screens. */
const mayGrow = (screens: readonly Screen[]) => screens.some(({ cards }) => cards?.canAddPanel === true)

function childAt(
  screens: readonly Screen[],
  index: number,
  shown: readonly (readonly Place[])[],
  places: readonly Place[],
): Progress['child'] {
  const { child } = screens[index]!
  if (child === null) return null
  const own = screens.flatMap((one, at) =>
    one.child?.group === child.group && one.child.index === child.index
      ? shown[at]!.filter(({ element }) => isAsked(element)).map((place) => ({ place, at }))
      : [],
  )
  const now = new Set(own.map(({ place }) => place))
  const ahead = new Set(own.filter(({ at }) => at >= index).map(({ place }) => place))
  const template = places.filter(({ element, parent }) => isAsked(element) && parent?.name === child.group.name)
  return {
    index: child.index,
    question: own.filter(({ at }) => at < index).length + 1,
    questions: own.length + mayAppear(template, now, ahead).size,
  }
}

/** Of the page, done: rows that may be added count, so that the line never goes back. */
function within(screens: readonly Screen[], index: number, child: Progress['child']): number {
  const { page, child: row, cards } = screens[index]!
  if (row !== null && child !== null)
    return (row.index + (child.question - 1) / child.questions) / most(row.group.maxPanelCount)
  if (cards !== null) return Math.min(0.99, cards.panels.length / most(cards.maxPanelCount))
  const mine = screens.filter((one) => one.page === page)
  return mine.indexOf(screens[index]!) / mine.length
}
const most = (count: number) => Math.max(1, count)
