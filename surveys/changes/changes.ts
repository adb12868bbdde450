/** What changed from one questionnaire to another, in sentences: what an approver reads, and what a version brings. */

import { frenchOf, isObject, listOf } from '../questionnaire/elements.ts'
import type { DefinitionElement, Questionnaire } from '../questionnaire/questionnaire.ts'
import { changesOfIndicators, changesOfWhole } from './around.ts'
import type { Change, Spot } from './change.ts'
import { changesOfElement } from './of-element.ts'
import { changesOfTexts } from './of-texts.ts'

/**
 * @param before an earlier questionnaire; null when there is none, and nothing can have changed
 * @returns changes in the order of the questionnaire: the whole, the notice, pages and questions, what left, indicators
 */
export function changesBetween(before: Questionnaire | null, after: Questionnaire): Change[] {
  if (before === null) return []
  const [old, now] = [spotsOf(before), spotsOf(after)]
  const was = new Map(old.map((spot) => [spot.key, spot]))
  const is = new Map(now.map((spot) => [spot.key, spot]))
  const texts = changesOfTexts(before, after, (spot) => is.get(spot)?.name ?? null)
  const moved = movedAmong(old, now)
  const here = now.flatMap((spot) => {
    const earlier = was.get(spot.key)
    if (earlier === undefined) return [added(spot)]
    const move = moved.has(spot.key) ? [movedTo(earlier, spot, is.get(`/${spot.page}`)!)] : []
    return [...move, ...changesOfElement(earlier, spot, before, after), ...(texts.get(spot.key) ?? [])]
  })
  return [
    ...changesOfWhole(before, after),
    ...(texts.get('') ?? []),
    ...(texts.get('notice') ?? []),
    ...here,
    ...old.filter(({ key }) => !is.has(key)).map(removed),
    ...changesOfIndicators(before, after),
  ]
}

/** Pages are spots of their own, before the questions they hold. */
export function spotsOf(questionnaire: Questionnaire): Spot[] {
  const spots: Spot[] = []
  const visit = (elements: unknown, page: string, parent: string) => {
    for (const [order, element] of listOf<DefinitionElement>(elements).entries()) {
      const path = parent + String(element.name)
      spots.push({ key: path, path, name: nameOf(element, 'Question'), page, order, element })
      if (element.type === 'panel') visit(element.elements, page, parent)
      if (element.type === 'paneldynamic') visit(element.templateElements, page, `${path}.`)
    }
  }
  const pages = isObject(questionnaire.definition) ? questionnaire.definition.pages : []
  for (const [order, page] of listOf<DefinitionElement>(pages).entries()) {
    const path = String(page.name)
    const element = { ...page, type: 'page' }
    spots.push({ key: `/${path}`, path, name: `Page ${order + 1}${quotedTitle(page)}`, page: path, order, element })
    visit(page.elements, path, '')
  }
  return spots
}

const quotedTitle = (element: Record<string, unknown>) =>
  frenchOf(element.title) === '' ? '' : ` «\u202f${frenchOf(element.title)}\u202f»`
const asksNothing: Record<string, string> = { panel: 'Groupe', information: 'Texte' }
const nameOf = (element: DefinitionElement, word: string) =>
  `${asksNothing[element.type] ?? word}${quotedTitle(element) || ` ${String(element.name)}`}`

const isPage = ({ element }: Spot) => element.type === 'page'
const kindOf = (spot: Spot) => (isPage(spot) ? 'page' : 'question')
const word = (spot: Spot) => (isPage(spot) ? 'Page' : (asksNothing[spot.element.type] ?? 'Question'))
const e = (spot: Spot) => (spot.element.type in asksNothing ? '' : 'e')

const added = (spot: Spot): Change => ({
  kind: kindOf(spot),
  what: 'added',
  path: spot.path,
  where: spot.name,
  sentence: `${word(spot)} ajouté${e(spot)}.`,
  before: null,
  after: frenchOf(spot.element.title) || null,
})
const removed = (spot: Spot): Change => ({
  kind: kindOf(spot),
  what: 'removed',
  path: spot.path,
  where: spot.name,
  sentence: `${word(spot)} retiré${e(spot)}.`,
  before: frenchOf(spot.element.title) || null,
  after: null,
})

function movedTo(was: Spot, spot: Spot, page: Spot): Change {
  return {
    kind: kindOf(spot),
    what: 'moved',
    path: spot.path,
    where: spot.name,
    sentence:
      was.page === spot.page || isPage(spot)
        ? `${word(spot)} déplacé${e(spot)}\u202f: place ${was.order + 1}, puis ${spot.order + 1}.`
        : `${word(spot)} déplacé${e(spot)} vers la page ${page.order + 1}${quotedTitle(page.element)}.`,
    before: null,
    after: null,
  }
}

/** Keys that left their page or were passed by others: all but the longest run in its former order. */
function movedAmong(old: Spot[], now: Spot[]): Set<string> {
  const moved = new Set<string>()
  const was = new Map(old.map((spot) => [spot.key, spot]))
  const isHolder = (spot: Spot) => (isPage(spot) ? 'pages' : `${spot.page}/${spot.path.replace(/[^.]*$/, '')}`)
  for (const holder of new Set(now.map(isHolder))) {
    const mine = now.filter((spot) => isHolder(spot) === holder && was.has(spot.key))
    const stayed = mine.filter((spot) => isHolder(was.get(spot.key)!) === holder)
    for (const spot of mine) if (!stayed.includes(spot)) moved.add(spot.key)
    const rising = longestRise(stayed.map((spot) => old.indexOf(was.get(spot.key)!)))
    for (const [at, spot] of stayed.entries()) if (!rising.has(at)) moved.add(spot.key)
  }
  return moved
}

/** @returns the places, in the list, of its longest rising run */
function longestRise(numbers: number[]): Set<number> {
  const best = numbers.map(() => ({ length: 1, from: -1 }))
  for (const [at, number] of numbers.entries())
    for (let before = 0; before < at; before++)
      if (numbers[before]! < number && best[before]!.length >= best[at]!.length)
        best[at] = { length: best[before]!.length + 1, from: before }
  let at = best.reduce((longest, { length }, index) => (length > (best[longest]?.length ?? 0) ? index : longest), 0)
  const rising = new Set<number>()
  while (at >= 0 && at < best.length) {
    rising.add(at)
    at = best[at]!.from
  }
  return rising
}
