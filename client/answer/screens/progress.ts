/** Where the person is and how long is left, as the answers stand: nothing that is announced grows without an answer that makes it grow. */
import type { Question } from 'survey-core'
import { elementsIn, type LocatedElement } from '../../../surveys/questionnaire/elements.ts'
import type { DefinitionPage, Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { announcedMinutes, extraMinutes, longRows, pace, secondsFor } from '../../../surveys/review/burden.ts'
import { isGiven } from '../asking/units.ts'
import { questionsOf, type Screen, shownOn } from './screens.ts'

export type Progress = {
  /** Which part it stands in: the last screen belongs to neither. */
  part: 'core' | 'optional' | 'end'
  /** The page, among those of its part that are shown. */
  step: number
  /** Pages of that part that are shown; null as long as what is ahead may add one. */
  steps: number | null
  /**
   * The first and the last question of the screen among those of its child, or of its page: `of` them at most, `isMost` as long as
   * answers may still take some away; null as long as most are not known.
   */
  within: { at: number; to: number; of: number | null; isMost: boolean } | null
  /** Of the longest way through this part, its time that is behind or is not asked: in [0, 1]. */
  share: number
  /** Whole minutes at most for what is ahead or may still be asked, at least 1: answers only make it smaller. */
  minutesLeft: number
  /** The minutes are of two children, or of those described by now: more of them take longer; absent = no child may be added, or one is being described. */
  children?: 'two' | 'described'
  /** Of the shortest way, as long as nothing of the first screen is answered. */
  leastMinutes?: number
}

/** `passed`: screens ahead that are not gone through, their answers being there. */
export type Position = (screens: readonly Screen[], index: number, passed?: readonly Screen[]) => Progress

/**
 * @param questionnaire as published: its first question says the minutes of its card
 * @returns what says where one stands among the screens that are shown
 */
export function progressIn(
  questionnaire: Pick<Questionnaire, 'definition' | 'notice' | 'assigned' | 'minutes'>,
): Position {
  const places = elementsIn(questionnaire.definition)
  const { from, to: announced } = announcedMinutes(questionnaire)
  const extra = extraMinutes(questionnaire) ?? announced
  const seconds = (asked: Iterable<LocatedElement>) =>
    [...asked].reduce((sum, { element }) => sum + pace.page + secondsFor(element, places), 0)
  return (screens, index, passed = []) => {
    const shown = screens.map((screen) => placesShown(screen, places))
    const isMet = (screen: Screen) => !passed.includes(screen)
    const undecided = screens.map((screen) => (isMet(screen) ? placesShown(screen, places, isUndecided) : []))
    const met = shown.filter((_, at) => at >= index && isMet(screens[at]!))
    const ahead = screens.slice(index)
    const screen = screens[index]
    const isOptional = screen !== undefined && isOfOptional(screen.page.name, places)
    const isMine = ({ page }: { page: DefinitionPage }) => (page.optionalPart === true) === isOptional
    const stretches = stretchesOf(screens.filter(({ page }) => isOfOptional(page.name, places) === isOptional))
    const open = mayAppear(places, new Set(shown.flat()), new Set(undecided.slice(index).flat()))
    const { rows, more, most, children } = rowsAhead(ahead, shown.slice(index), undecided.slice(index), places, open)
    const ofRows = (some: LocatedElement[][]) =>
      some.filter((row) => row.some(isMine)).reduce((sum, row) => sum + seconds(row), 0)
    const described =
      seconds(met.flat().filter(isMine)) +
      seconds([...open].filter((place) => isMine(place) && place.parent === null)) +
      ofRows(rows)
    const left = described + ofRows(more)
    // whether there is another one is being asked: it says its own time
    const isAsked = children === 'described'
    const longest = places.filter(isMine).reduce((sum, place) => sum + seconds([place]) * (place.parent ? most : 1), 0)
    const mayGrow = [...open].some(
      (place) => isMine(place) && !stretches.some(([one]) => one!.page.name === place.page.name),
    )
    const stretch = stretches.find((one) => one.includes(screen!)) ?? []
    const isBegun = screens[0] === undefined || questionsOf(screens[0].pieces).some((question) => !question.isEmpty())
    return {
      part: screen === undefined ? 'end' : isOptional ? 'optional' : 'core',
      step: stretches.indexOf(stretch) + 1,
      steps: mayGrow ? null : stretches.length,
      within: screen === undefined ? null : withinOf(screen, stretch.filter(isMet), open, rows),
      share: screen === undefined ? 1 : Math.max(0, 1 - left / longest),
      minutesLeft: isOptional
        ? // as long at its door as the door said
          stretches[0]![0] === screen
          ? extra
          : Math.min(extra, Math.ceil(left / 60))
        : // at the first question as long as was announced; from the first answer on the last minute is one
          index === 0 && !isBegun
          ? announced
          : Math.max(
              1,
              Math.min(
                most > longRows ? Number.POSITIVE_INFINITY : announced,
                Math.ceil((isAsked ? described : left) / 60),
              ),
            ),
      ...(children && !isOptional && !screen?.child ? { children } : {}),
      ...(index === 0 && !isBegun && from < announced ? { leastMinutes: from } : {}),
    }
  }
}

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

function placesShown(
  { pieces, child }: Screen,
  places: readonly LocatedElement[],
  which: (question: Question) => boolean = () => true,
): LocatedElement[] {
  const names = new Set(
    shownOn(pieces)
      .filter(which)
      .map(({ name }) => name),
  )
  return places.filter(
    ({ element, parent }) => names.has(element.name) && (parent?.name ?? null) === (child?.group.name ?? null),
  )
}

/** What is answered has brought what it brings; one tick more may still bring something. */
const isUndecided = (question: Question) => !isGiven(question) || question.getType() === 'checkbox'

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

/**
 * What rows of repeated panels may still ask: those being described, those announced on the card, as if none were described yet.
 *
 * @returns `more`: those announced only; `most`: how many rows a panel is counted with
 */
function rowsAhead(
  ahead: readonly Screen[],
  shown: readonly (readonly LocatedElement[])[],
  undecided: readonly (readonly LocatedElement[])[],
  places: readonly LocatedElement[],
  open: ReadonlySet<LocatedElement>,
): { rows: LocatedElement[][]; more: LocatedElement[][]; most: number; children: Progress['children'] } {
  const groups = [...new Set(places.flatMap(({ parent }) => parent ?? []))]
  let most: number = longRows
  let children: Progress['children']
  const announced: LocatedElement[][] = []
  const all = groups.flatMap((group) => {
    const template = places.filter(({ parent }) => parent === group)
    const cards = ahead.find((screen) => screen.cards?.name === group.name)?.cards
    const isOpen = template.some((place) => open.has(place))
    const rows = cards?.panels.length ?? 0
    const more = cards ? (cards.canAddPanel ? longRows - rows : 0) : isOpen ? longRows : 0
    most = Math.max(most, rows)
    const mayAdd = cards ? cards.canAddPanel : isOpen
    if (mayAdd && template.some(({ element }) => element.role === 'birth-year'))
      children = rows >= longRows || (rows > 0 && ahead[0]?.cards === cards) ? 'described' : 'two'
    const begun = Array.from({ length: rows }, (_, row) => {
      const own = (of: typeof shown) =>
        new Set(
          ahead.flatMap(({ child }, at) => (child?.group.name === group.name && child.index === row ? of[at]! : [])),
        )
      return [...mayAppear(template, own(shown), own(undecided))]
    })
    announced.push(...Array.from({ length: Math.max(0, more) }, () => template))
    return begun
  })
  return { rows: all, more: announced, most, children }
}

function withinOf(
  { child, cards, page, key }: Screen,
  stretch: readonly Screen[],
  open: ReadonlySet<LocatedElement>,
  rows: readonly (readonly LocatedElement[])[],
): Progress['within'] {
  const mine = stretch.filter((one) =>
    child ? one.child?.group === child.group && one.child.index === child.index : !one.child && !one.cards,
  )
  const at = mine.findIndex((one) => one.key === key)
  const counts = mine.map(({ pieces }) => questionsOf(pieces).length)
  const [before, asked] = [counts.slice(0, at), counts].map((some) => some.reduce((sum, one) => sum + one, 0)) as [
    number,
    number,
  ]
  const more = child
    ? rows[child.index]!.length
    : [...open].filter((place) => place.parent === null && place.page.name === page.name).length
  if (cards || asked + more < 2) return null
  return { at: before + 1, to: before + counts[at]!, of: more < asked ? asked + more : null, isMost: more > 0 }
}
