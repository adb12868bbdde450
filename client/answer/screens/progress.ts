/** Where the person is and how long is left, as the answers stand: nothing that is announced grows without an answer that makes it grow. */
import { elementsIn, type LocatedElement } from '../../../surveys/questionnaire/elements.ts'
import type { DefinitionPage, Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { announcedMinutes, extraMinutes, longRows, pace, secondsFor } from '../../../surveys/review/burden.ts'
import { type Screen, shownOn } from './screens.ts'

export type Progress = {
  /** Which part it stands in: the last screen belongs to neither. */
  part: 'core' | 'optional' | 'end'
  /** The page, among those of its part that are shown. */
  step: number
  /** Pages of that part that are shown; null as long as what is ahead may add one. */
  steps: number | null
  /** Of this part, done: in [0, 1]. */
  share: number
  /** Whole minutes at most for what is ahead or may still be asked, at least 1: answers only make it smaller. */
  minutesLeft: number
}

export type Position = (screens: readonly Screen[], index: number) => Progress

/**
 * @param questionnaire as published: its first question says the minutes of its card
 * @returns what says where one stands among the screens that are shown
 */
export function progressIn(
  questionnaire: Pick<Questionnaire, 'definition' | 'notice' | 'assigned' | 'minutes' | 'unit'>,
): Position {
  const places = elementsIn(questionnaire.definition)
  const announced = announcedMinutes(questionnaire).to
  const extra = extraMinutes(questionnaire) ?? announced
  const seconds = (asked: Iterable<LocatedElement>) =>
    [...asked].reduce((sum, { element }) => sum + pace.page + secondsFor(element, places), 0)
  return (screens, index) => {
    const shown = screens.map((screen) => placesShown(screen, places))
    const ahead = screens.slice(index)
    const screen = screens[index]
    const isOptional = screen !== undefined && isOfOptional(screen.page.name, places)
    const isMine = ({ page }: { page: DefinitionPage }) => (page.optionalPart === true) === isOptional
    const pages = pagesOf(places).filter((page) => isMine({ page }))
    const stretches = stretchesOf(screens.filter(({ page }) => isOfOptional(page.name, places) === isOptional))
    const open = mayAppear(places, new Set(shown.flat()), new Set(shown.slice(index).flat()))
    const left =
      seconds(shown.slice(index).flat().filter(isMine)) +
      seconds([...open].filter((place) => isMine(place) && place.parent === null)) +
      rowsAhead(ahead, shown.slice(index), places, open)
        .filter((row) => row.some(isMine))
        .reduce((sum, row) => sum + seconds(row), 0)
    const at = pages.findIndex(({ name }) => name === screen?.page.name)
    const mayGrow = [...open].some(
      (place) => isMine(place) && !stretches.some(([one]) => one!.page.name === place.page.name),
    )
    return {
      part: screen === undefined ? 'end' : isOptional ? 'optional' : 'core',
      step: stretches.findIndex((stretch) => stretch.includes(screen!)) + 1,
      steps: mayGrow ? null : stretches.length,
      share: screen === undefined ? 1 : (at + within(screens, index)) / pages.length,
      minutesLeft: isOptional
        ? // as long at its door as the door said
          stretches[0]![0] === screen
          ? extra
          : Math.min(extra, Math.ceil(left / 60))
        : // at the first question as long as was announced; from then on the last minute is one
          index === 0
          ? announced
          : Math.max(1, Math.min(announced, Math.ceil(left / 60))),
    }
  }
}

const pagesOf = (places: readonly LocatedElement[]): DefinitionPage[] => [...new Set(places.map(({ page }) => page))]
const isOfOptional = (page: string, places: readonly LocatedElement[]) =>
  places.some((place) => place.page.name === page && place.page.optionalPart === true)

/** Screens of one page that follow one another. */
function stretchesOf(screens: readonly Screen[]): Screen[][] {
  const stretches: Screen[][] = []
  for (const screen of screens)
    if (stretches.at(-1)?.[0]?.page === screen.page) stretches.at(-1)!.push(screen)
    else stretches.push([screen])
  return stretches
}

function placesShown({ pieces, child }: Screen, places: readonly LocatedElement[]): LocatedElement[] {
  const names = new Set(shownOn(pieces).map(({ name }) => name))
  return places.filter(
    ({ element, parent }) => names.has(element.name) && (parent?.name ?? null) === (child?.group.name ?? null),
  )
}

/** What is not asked now and may still be, once what is ahead is answered. */
function mayAppear(
  places: readonly LocatedElement[],
  now: ReadonlySet<LocatedElement>,
  ahead: ReadonlySet<LocatedElement>,
): Set<LocatedElement> {
  const open = new Set<LocatedElement>()
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
function readBy({ element, containers, page, parent }: LocatedElement): string[] {
  const conditions = [page, ...containers, ...(parent ? [parent] : []), element].map(({ visibleIf }) =>
    String(visibleIf ?? ''),
  )
  const read = conditions.flatMap((text) => [...text.matchAll(/\{(?:panel\.)?([\w-]+)/g)].map(([, name]) => name!))
  return typeof element.choicesFromQuestion === 'string' ? [...read, element.choicesFromQuestion] : read
}

/** What rows of repeated panels may still ask: those being described, those announced on the card, as if none were described yet. */
function rowsAhead(
  ahead: readonly Screen[],
  shown: readonly (readonly LocatedElement[])[],
  places: readonly LocatedElement[],
  open: ReadonlySet<LocatedElement>,
): LocatedElement[][] {
  const groups = [...new Set(places.flatMap(({ parent }) => parent ?? []))]
  return groups.flatMap((group) => {
    const template = places.filter(({ parent }) => parent === group)
    const cards = ahead.find((screen) => screen.cards?.name === group.name)?.cards
    const isOpen = template.some((place) => open.has(place))
    const rows = cards?.panels.length ?? 0
    const more = cards ? (cards.canAddPanel ? longRows - rows : 0) : isOpen ? longRows : 0
    const begun = Array.from({ length: rows }, (_, row) => {
      const own = ahead.flatMap(({ child }, at) =>
        child?.group.name === group.name && child.index === row ? [...shown[at]!] : [],
      )
      return [...mayAppear(template, new Set(own), new Set(own))]
    })
    return [...begun, ...Array.from({ length: Math.max(0, more) }, () => template)]
  })
}

/** Of the page, done: rows that may be added count, so that the line never goes back. */
function within(screens: readonly Screen[], index: number): number {
  const { page, child: row, cards } = screens[index]!
  if (row !== null) {
    const mine = screens.filter(({ child }) => child?.group === row.group && child.index === row.index)
    return (row.index + mine.indexOf(screens[index]!) / mine.length) / most(row.group.maxPanelCount)
  }
  if (cards !== null) return Math.min(0.99, cards.panels.length / most(cards.maxPanelCount))
  const mine = screens.filter((one) => one.page === page)
  return mine.indexOf(screens[index]!) / mine.length
}
const most = (count: number) => Math.max(1, count)
