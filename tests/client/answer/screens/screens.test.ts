import type { QuestionPanelDynamicModel } from 'survey-core'
import { expect, test } from 'vitest'
import { takeOver } from '../../../../client/answer/children/sibling.ts'
import { type Capacity, capacity } from '../../../../client/answer/screens/capacity.ts'
import { type Progress, progressIn } from '../../../../client/answer/screens/progress.ts'
import { placeOf, questionsOf, screensOf } from '../../../../client/answer/screens/screens.ts'
import { modelOf } from '../../../../surveys/answers/engine.ts'
import { answersOf } from '../../../../surveys/answers/from-survey.ts'
import { elementsIn, frenchOf } from '../../../../surveys/questionnaire/elements.ts'
import type { Questionnaire } from '../../../../surveys/questionnaire/questionnaire.ts'
import { shortFormOf } from '../../../../surveys/questionnaire/short-form.ts'
import {
  announcedMinutes,
  childMinutes,
  extraMinutes,
  minutesSpan,
  pace,
  secondsFor,
  shortMinutes,
} from '../../../../surveys/review/burden.ts'
import { publishedAs } from '../../../surveys/questionnaires.ts'

const yesNo = [
  { value: 'oui', text: 'Oui' },
  { value: 'non', text: 'Non' },
]
const small = {
  slug: 'essai',
  assigned: [],
  definition: {
    pages: [
      {
        name: 'vous',
        elements: [
          { type: 'text', name: 'annee', inputType: 'number' },
          { type: 'dropdown', name: 'commune', choices: yesNo },
          { type: 'radiogroup', name: 'enfants', choices: yesNo },
        ],
      },
      {
        name: 'page_enfants',
        visibleIf: "{enfants} = 'oui'",
        elements: [
          {
            type: 'paneldynamic',
            name: 'petits',
            minPanelCount: 1,
            maxPanelCount: 3,
            templateElements: [
              { type: 'text', name: 'naissance', inputType: 'number' },
              { type: 'weekhours', name: 'semaine' },
            ],
          },
        ],
      },
      {
        name: 'encore',
        optionalPart: true,
        elements: [{ type: 'comment', name: 'mot' }],
      },
    ],
  },
} as unknown as Questionnaire

const keys = (model: ReturnType<typeof modelOf>, room: Capacity) => screensOf(model, room).map(({ key }) => key)

test('a phone shows two short questions together and a longer one alone; a wide screen shows the page', () => {
  const model = modelOf(small, 'fr')
  const names = screensOf(model, capacity.phone).map(({ pieces }) => questionsOf(pieces).map(({ name }) => name))
  expect(names).toEqual([['annee', 'commune'], ['enfants'], ['mot']])
  expect(keys(model, capacity.wide)).toEqual(['annee', 'mot'])
})

test('a question with one answer possible is not asked, and is as soon as there is a choice', () => {
  const model = modelOf(publishedAs('jeunes-16-25'), 'fr')
  const asked = () =>
    screensOf(model, capacity.phone).flatMap(({ pieces }) => questionsOf(pieces).map(({ name }) => name))
  model.getQuestionByName('lieux_dehors').value = ['parc']
  expect(asked()).toContain('lieux_dehors')
  expect(asked()).not.toContain('lieu_habituel')
  expect(answersOf(model)).toMatchObject({ lieux_dehors: ['parc'], lieu_habituel: 'parc' })
  model.getQuestionByName('lieux_dehors').value = ['parc', 'gare']
  expect(asked()).toContain('lieu_habituel')
  expect(answersOf(model)).toMatchObject({ lieu_habituel: null })
})

test('each child has its own screens, then their cards; a screen has the same key after a child is added', () => {
  const model = modelOf(small, 'fr')
  model.setValue('enfants', 'oui')
  const one = ['petits/0/naissance', 'petits/0/semaine', 'petits/cards']
  expect(keys(model, capacity.phone).slice(2, 5)).toEqual(one)
  ;(model.getQuestionByName('petits') as QuestionPanelDynamicModel).addPanel()
  expect(keys(model, capacity.phone).slice(2, 6)).toEqual([
    ...one.slice(0, 2),
    'petits/1/naissance',
    'petits/1/semaine',
  ])
})

/** Every place on the way as it stands, with the answers that are given once its screen is left. */
function along(model: ReturnType<typeof modelOf>, questionnaire: Questionnaire, answers: Record<string, unknown>) {
  const position = progressIn(questionnaire)
  const seen: Progress[] = []
  for (let at = 0; at <= screensOf(model, capacity.phone).length && at < 60; at++) {
    const screens = screensOf(model, capacity.phone)
    seen.push(position(screens, at))
    for (const { name } of screens[at] ? questionsOf(screens[at]!.pieces) : [])
      if (answers[name] !== undefined && screens[at]!.child === null) model.setValue(name, answers[name])
  }
  return seen
}

test('steps are those shown, numbered one by one, their total is said once nothing may change it; the line never goes back, the time never grows, and the last screen says it is the last', () => {
  const families = publishedAs('familles')
  for (const answers of [
    { enfants_a_charge: 'non', encore: 'non' },
    { enfants_a_charge: 'oui', manque: 'souvent', encore: 'oui' },
    {},
  ]) {
    const seen = along(modelOf(families, 'fr'), families, answers)
    const core = seen.filter(({ part }) => part === 'core')
    const steps = [...new Set(core.map(({ step }) => step))]
    expect(steps).toEqual(steps.map((_, at) => at + 1))
    expect([...new Set(core.map((one) => one.steps))]).toEqual([null, steps.length])
    // once said, it stays
    const known = core.map((one) => one.steps !== null)
    expect(known).toEqual([...known].sort((a, b) => Number(a) - Number(b)))
    const minutes = core.map(({ minutesLeft }) => minutesLeft)
    expect(minutes[0]).toBe(minutesSpan(families).to)
    expect(minutes).toEqual([...minutes].sort((a, b) => b - a))
    const shares = core.map(({ share }) => share)
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
    expect(seen.at(-1)).toMatchObject({ part: 'end', share: 1, minutesLeft: 1 })
  }
})

test('the optional part takes at its first screen as long as its door announced, and less from then on', () => {
  for (const [slug, ...answers] of [
    ['familles', { enfants_a_charge: 'oui', encore: 'oui' }, { enfants_a_charge: 'non', encore: 'oui' }],
    ['jeunes-16-25', { encore: 'oui' }],
    ['loisirs-sud', { enfants_3_17: 'oui', utile: 'oui', encore: 'oui' }],
  ] as const) {
    const questionnaire = publishedAs(slug)
    for (const given of answers) {
      const seen = along(modelOf(questionnaire, 'fr'), questionnaire, given).filter(({ part }) => part === 'optional')
      const minutes = seen.map(({ minutesLeft }) => minutesLeft)
      expect(minutes[0]).toBe(extraMinutes(questionnaire))
      expect(minutes).toEqual([...minutes].sort((a, b) => b - a))
      expect(seen.at(-1)).toMatchObject({ step: seen.at(-1)!.steps })
      const { definition } = questionnaire
      const door = elementsIn(definition).find(({ element }) => element.role === 'gate')!
      expect(frenchOf(door.element.title)).toMatch(new RegExp(`${extraMinutes(questionnaire)}\\smin`))
    }
  }
})

test('the first question says what was announced, by both doors, and the last minute is one', () => {
  for (const slug of ['familles', 'jeunes-16-25', 'jeunes-11-15', 'loisirs-sud', 'habitants']) {
    const whole = publishedAs(slug)
    const short = shortFormOf(whole)
    for (const [form, to] of [
      [whole, announcedMinutes(whole).to],
      ...(short ? [[{ ...short, minutes: 0 }, shortMinutes(whole)] as const] : []),
    ] as const) {
      const model = modelOf(form, 'fr')
      const screens = screensOf(model, capacity.phone)
      const seen = along(model, form, {})
      expect(seen[0]!.minutesLeft, slug).toBe(to)
      const places = elementsIn(form.definition)
      for (const [at, { part, minutesLeft }] of seen.entries()) {
        if (part !== 'core' || minutesLeft > 1 || at === 0) continue
        const ahead = screens
          .slice(at)
          .filter(({ page }) => !places.some((place) => place.page.name === page.name && place.page.optionalPart))
        const seconds = ahead
          .flatMap(({ pieces }) => questionsOf(pieces))
          .map(
            ({ name }) => pace.page + secondsFor(places.find(({ element }) => element.name === name)!.element, places),
          )
          .reduce((sum, one) => sum + one, 0)
        expect(seconds, `${slug}, screen ${at}`).toBeLessThanOrEqual(60)
      }
    }
  }
})

test('who comes back to the first screen is told of no more minutes than before', () => {
  for (const slug of ['familles', 'jeunes-16-25', 'jeunes-11-15', 'loisirs-sud']) {
    const questionnaire = publishedAs(slug)
    const model = modelOf(questionnaire, 'fr')
    const [before] = along(model, questionnaire, { enfants_a_charge: 'oui', enfants_3_17: 'oui', encore: 'oui' })
    const after = progressIn(questionnaire)(screensOf(model, capacity.phone), 0)
    expect(after.minutesLeft).toBeLessThanOrEqual(before!.minutesLeft)
  }
})

test('the time at most holds for two children with every need, whatever is answered on the way; it falls with « no »', () => {
  const families = publishedAs('familles')
  const model = modelOf(families, 'fr')
  const left = (key?: string) => {
    const screens = screensOf(model, capacity.phone)
    const at = key === undefined ? 0 : screens.findIndex((screen) => screen.key === key)
    return progressIn(families)(screens, at).minutesLeft
  }
  expect(left()).toBe(minutesSpan(families).to)
  model.setValue('enfants_a_charge', 'oui')
  const group = model.getQuestionByName('enfants') as QuestionPanelDynamicModel
  group.addPanel()
  for (const panel of group.panels) panel.getQuestionByName('besoin_garde').value = 'chaque_semaine'
  expect(left()).toBe(minutesSpan(families).to)
  const most = left('enfants/0/annee_naissance')
  for (const panel of group.panels) panel.getQuestionByName('besoin_garde').value = 'non'
  // at once, on the screen where it is said
  expect(left('enfants/0/annee_naissance')).toBeLessThan(most - 2)
})

// « 12 min au plus » stood beside « Non », then « Étape 2 sur 2 · 1 min au plus »
test('the first screen says from how many minutes to how many, until an answer on it says which', () => {
  const families = publishedAs('familles')
  const model = modelOf(families, 'fr')
  const first = () => progressIn(families)(screensOf(model, capacity.tall), 0)
  const { from, to } = announcedMinutes(families)
  expect(first()).toMatchObject({ leastMinutes: from, minutesLeft: to, steps: null })
  model.setValue('enfants_a_charge', 'non')
  expect(first().leastMinutes).toBeUndefined()
  expect(first().minutesLeft).toBeLessThanOrEqual(from)
  model.setValue('enfants_a_charge', 'oui')
  expect(first().minutesLeft).toBe(to)
})

// « Étape 3 sur 5 » stayed for eleven screens, and the line moved by a hundredth each
test('inside a child, and a page of several screens, each screen is counted once their number is known', () => {
  const families = publishedAs('familles')
  const model = modelOf(families, 'fr')
  model.setValue('enfants_a_charge', 'oui')
  const group = model.getQuestionByName('enfants') as QuestionPanelDynamicModel
  group.addPanel()
  const inside = (index: number) => {
    const screens = screensOf(model, capacity.phone)
    return screens.flatMap(({ child }, at) => (child?.index === index ? [progressIn(families)(screens, at)] : []))
  }
  expect(inside(1).map(({ within }) => within)).toEqual([
    { at: 1, to: 1, of: null, isMost: true },
    { at: 2, to: 2, of: null, isMost: true },
  ])
  for (const panel of group.panels) panel.getQuestionByName('besoin_garde').value = 'chaque_semaine'
  const seen = inside(0)
  expect(seen.map(({ within }) => within!.at)).toEqual(seen.map((_, at) => at + 1))
  // who looks after them already, and what stands in the way, may come
  expect(seen[2]!.within).toEqual({ at: 3, to: 3, of: seen.length + 2, isMost: true })
  for (const panel of group.panels) panel.getQuestionByName('garde_souhaitee').value = 'actuelle'
  for (const panel of group.panels) panel.getQuestionByName('qui_garde').value = ['refus']
  expect(inside(0)[6]!.within).toEqual({ at: 7, to: 7, of: seen.length, isMost: false })
  const shares = seen.map(({ share }) => share)
  expect(shares.at(-1)! - shares[0]!).toBeGreaterThan(0.2)
  const screens = screensOf(model, capacity.phone)
  const first = progressIn(families)(screens, 0)
  expect(first.within).toEqual({ at: 1, to: 1, of: 4, isMost: false })
})

// all was filled, one touch was left, and « question 1 sur 9 au plus · 7 min au plus » stood above it
test('answers taken over from the child before are no longer ahead', () => {
  const families = publishedAs('familles')
  const model = modelOf(families, 'fr')
  model.setValue('enfants_a_charge', 'oui')
  const group = model.getQuestionByName('enfants') as QuestionPanelDynamicModel
  for (const [name, value] of Object.entries({
    annee_naissance: 2021,
    besoin_garde: 'chaque_semaine',
    qui_garde: ['refus'],
  }))
    group.panels[0]!.getQuestionByName(name).value = value
  group.addPanel()
  takeOver({ group, index: 1 })
  const screens = screensOf(model, capacity.phone)
  const at = screens.findIndex(({ child }) => child?.index === 1)
  const passed = screens.filter(({ child }, place) => child?.index === 1 && place > at)
  expect(passed.length).toBeGreaterThan(3)
  const [before, after] = [progressIn(families)(screens, at), progressIn(families)(screens, at, passed)]
  const hub = progressIn(families)(
    screens,
    screens.findIndex(({ cards }) => cards),
  )
  expect(before.minutesLeft).toBeGreaterThan(hub.minutesLeft + 1)
  expect(after.minutesLeft).toBeLessThanOrEqual(hub.minutesLeft + 1)
  expect(before.within!.of).toBeGreaterThan(3)
  expect(after.within?.of ?? 0).toBeLessThan(3)
  expect(after.share).toBeGreaterThan(before.share)
})

// « Réponses reprises » listed one of nine: the others stood below it, as lists to tick
test.each(['phone', 'tall', 'wide'] as const)(
  'what may be taken over stands behind the screen that offers it: %s',
  (size) => {
    const model = modelOf(publishedAs('loisirs-sud'), 'fr')
    for (const [name, value] of Object.entries({ enfants_3_17: 'oui', utile: 'oui' })) model.setValue(name, value)
    const group = model.getQuestionByName('enfants') as QuestionPanelDynamicModel
    group.addPanel()
    const firstOf = (child: number) => screensOf(model, capacity[size]).find((one) => one.child?.index === child)!
    expect(questionsOf(firstOf(1).pieces).map(({ name }) => name)).toEqual(['annee_naissance'])
    if (size !== 'phone') expect(questionsOf(firstOf(0).pieces).length).toBeGreaterThan(1)
  },
)

// « 4 min au plus » was followed by « 8 min au plus » for who described a third child
test('the minutes say of how many children they are, as long as one may be added', () => {
  const families = publishedAs('familles')
  const model = modelOf(families, 'fr')
  const at = (key: string | null) => {
    const screens = screensOf(model, capacity.phone)
    return progressIn(families)(screens, key === null ? 0 : screens.findIndex((screen) => screen.key === key))
  }
  expect(at(null).children).toBe('two')
  model.setValue('enfants_a_charge', 'oui')
  // a mother of one read « 8 min au plus pour 2 enfants », and « Non, c’est tout » led to 4
  expect(at('enfants/cards').children).toBe('described')
  const one = at('enfants/cards')
  const group = model.getQuestionByName('enfants') as QuestionPanelDynamicModel
  group.addPanel()
  expect(at('enfants/cards')).toMatchObject({ children: 'described', minutesLeft: one.minutesLeft })
  expect(at('enfants/1/annee_naissance').minutesLeft - one.minutesLeft).toBe(childMinutes(families))
  // a line has room for one thing at a time
  expect(at('enfants/0/annee_naissance').children).toBeUndefined()
  for (const _ of [3, 4]) group.addPanel()
  for (const panel of group.panels) panel.getQuestionByName('besoin_garde').value = 'chaque_semaine'
  // all that is ahead is told, and the line moves along
  expect(at(null).minutesLeft).toBeGreaterThan(announcedMinutes(families).to)
  expect(at('enfants/3/annee_naissance').share).toBeGreaterThan(at('enfants/2/annee_naissance').share)
  const after = screensOf(model, capacity.phone).findIndex(({ key }) => key === 'enfants/cards') + 1
  expect(progressIn(families)(screensOf(model, capacity.phone), after).children).toBeUndefined()
  model.setValue('enfants_a_charge', 'non')
  expect(at(null).children).toBeUndefined()
})

test('no answer takes away a question that stands beside it', () => {
  const model = modelOf(publishedAs('familles'), 'fr')
  model.setValue('enfants_a_charge', 'oui')
  for (const room of Object.values(capacity)) {
    const beside = (name: string) =>
      screensOf(model, room)
        .map(({ pieces }) => questionsOf(pieces).map((one) => one.name))
        .find((names) => names.includes(name))!
    for (const [name, given] of [
      ['manque', 'souvent'],
      ['accord_adaptation', ['accord']],
      ['accord_quotidien', ['accord']],
      ['adaptation', ['acces']],
    ] as const) {
      const before = beside(name)
      model.setValue(name, given)
      expect(beside(name)).toEqual(expect.arrayContaining(before))
    }
    for (const name of ['manque', 'accord_adaptation', 'accord_quotidien', 'adaptation']) model.clearValue(name)
  }
})

test('a tall phone shows two or three lists of answers of one page together, and a long one alone', () => {
  const model = modelOf(publishedAs('familles'), 'fr')
  model.setValue('enfants_a_charge', 'oui')
  const together = screensOf(model, capacity.tall).map(({ pieces }) => questionsOf(pieces).map(({ name }) => name))
  expect(together).toContainEqual(['enfants_a_charge', 'commune', 'foyer', 'arrivee'])
  expect(together).toContainEqual(['manque', 'consequences', 'accord_adaptation', 'accord_quotidien'])
  expect(together).toContainEqual(['horaires'])
})

test('a question that depends on an answer appears under its question, in the order written, and takes no other away', () => {
  const model = modelOf(
    {
      slug: 'essai',
      assigned: [],
      definition: {
        pages: [
          {
            name: 'page',
            elements: [
              { type: 'radiogroup', name: 'vient', choices: yesNo },
              { type: 'radiogroup', name: 'quand', choices: yesNo, visibleIf: "{vient} = 'oui'" },
              { type: 'radiogroup', name: 'ou', choices: yesNo },
              { type: 'radiogroup', name: 'prix', choices: yesNo },
            ],
          },
        ],
      },
    } as unknown as Questionnaire,
    'fr',
  )
  const together = (room: Capacity) =>
    screensOf(model, room).map(({ pieces }) => questionsOf(pieces).map(({ name }) => name))
  expect(together(capacity.wide)).toEqual([['vient', 'ou', 'prix']])
  model.setValue('vient', 'oui')
  for (const room of [capacity.wide, capacity.tall]) expect(together(room)).toEqual([['vient', 'quand', 'ou', 'prix']])
  expect(together(capacity.phone).flat()).toEqual(['vient', 'quand', 'ou', 'prix'])
})

test('a text that introduces a question comes with it, whichever of the two waits for an answer', () => {
  for (const visibleIf of [undefined, "{vient} = 'oui'"]) {
    const model = modelOf(
      {
        slug: 'essai',
        assigned: [],
        definition: {
          pages: [
            {
              name: 'page',
              elements: [
                { type: 'radiogroup', name: 'vient', choices: yesNo },
                { type: 'information', name: 'avant', title: 'Pensez à une semaine ordinaire.', visibleIf },
                { type: 'comment', name: 'pourquoi', visibleIf: "{vient} = 'oui'" },
                { type: 'radiogroup', name: 'prix', choices: yesNo },
              ],
            },
          ],
        },
      } as unknown as Questionnaire,
      'fr',
    )
    model.setValue('vient', 'oui')
    const together = screensOf(model, capacity.phone).map(({ pieces }) => pieces.map(({ name }) => name))
    expect(together).toContainEqual(['avant', 'pourquoi'])
  }
})

test('a draft saved at a later line of a grid opens at its question', () => {
  const model = modelOf(publishedAs('habitants'), 'fr-facile')
  const screens = screensOf(model, capacity.phone)
  const at = screens.findIndex(({ pieces }) => questionsOf(pieces).some(({ name }) => name === 'envies'))
  expect(at).toBeGreaterThan(0)
  expect(placeOf(screens, 'envies#sport')).toBe(at)
})
