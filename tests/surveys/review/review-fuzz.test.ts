import { expect, test } from 'vitest'
import { DraftQuestionnaire } from '../../../api/wire/design.ts'
import { seeded } from '../../../surveys/people/random.ts'
import { blankQuestionnaire } from '../../../surveys/questionnaire/blank.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import { library } from '../../../surveys/questionnaire/library.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { reviewQuestionnaire } from '../../../surveys/review/review.ts'

type Holder = Record<string, unknown>
const junk = ['', null, 0, -1, 1.5, true, [], {}, 'x', [null], [{}], [[]], { default: '' }, { default: 3 }, '{', '%{x}']

/** Every object and list inside a value. */
function holders(value: unknown): Holder[] {
  if (typeof value !== 'object' || value === null) return []
  return [value as Holder, ...Object.values(value).flatMap(holders)]
}

function spoil(questionnaire: Questionnaire, random: () => number): Questionnaire {
  const copy = structuredClone(questionnaire)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  for (let times = 1 + Math.floor(random() * 6); times > 0; times--) {
    const holder = pick(holders(copy))
    const key = pick(Object.keys(holder))
    if (key === undefined) continue
    if (random() < 0.3) delete holder[key]
    else holder[key] = structuredClone(pick(junk))
  }
  return copy
}

test('whatever is broken in a draft, the review answers in sentences and never throws', () => {
  const random = seeded(20_261_124)
  const starts = [...founding(), blankQuestionnaire('essai', 'Essai')]
  const unforeseen: string[] = []
  for (let turn = 0; turn < 250; turn++) {
    const start = starts[turn % starts.length]!
    const draft = spoil(start, random)
    const { toFix, toCheck } = reviewQuestionnaire(draft, { measures: new Set(['share']), previous: start })
    for (const { message, where } of [...toFix, ...toCheck]) {
      expect(message).toMatch(/[.»]$/)
      expect(typeof where).toBe('string')
    }
    if (toFix.some(({ code }) => code === 'unreadable') && DraftQuestionnaire.safeParse(draft).success)
      unforeseen.push(JSON.stringify(draft).slice(0, 200))
  }
  // a shape the api lets in is understood, not merely survived
  expect(unforeseen).toEqual([])
})

test('nothing at all is a draft like another', () => {
  for (const nothing of [null, undefined, 3, 'x', [], {}])
    expect(reviewQuestionnaire(nothing as never, { measures: new Set() }).toFix.length).toBeGreaterThan(0)
})

test('the library is never spoilt by those who take from it', () => {
  const before = JSON.stringify(library())
  const draft = blankQuestionnaire('essai', 'Essai')
  draft.definition.pages[0]!.elements = library().flatMap(({ elements }) => structuredClone(elements))
  reviewQuestionnaire(draft, { measures: new Set() })
  expect(JSON.stringify(library())).toBe(before)
})
