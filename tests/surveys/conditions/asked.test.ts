import { describe, expect, test } from 'vitest'
import { askedOf, type Said } from '../../../surveys/conditions/asked.ts'
import type { Definition } from '../../../surveys/questionnaire/questionnaire.ts'

const choice = (name: string, values: string[], more: object = {}) => ({
  type: 'radiogroup',
  name,
  choices: values.map((value) => ({ value })),
  ...more,
})
const boxes = (name: string, values: string[], more: object = {}) => ({
  ...choice(name, values),
  type: 'checkbox',
  ...more,
})

const garde = choice('garde', ['oui', 'non', 'bientot'])
const lieux = boxes('lieux', ['stade', 'gare'], { showNoneItem: true, showRefuseItem: true })

/** What being asked « suite » implies, when it stands under this condition. */
function implied(visibleIf: string, earlier: object[] = [garde, lieux]): Said[] {
  const pages = [{ name: 'une', elements: [...earlier, choice('suite', ['a', 'b'], { visibleIf })] }]
  return askedOf({ definition: { pages } as unknown as Definition, assigned: [] }).get('suite')!
}

describe('what being asked a question implies of an answer before', () => {
  test('one of the answers named', () => {
    expect(implied("{garde} = 'oui'")).toMatchObject([{ of: 'garde', among: ['oui'], answered: true, exclusive: true }])
    expect(implied("{garde} anyof ['oui', 'bientot']")).toMatchObject([{ among: ['oui', 'bientot'] }])
    expect(implied("{lieux} contains 'stade'")).toMatchObject([{ of: 'lieux', among: ['stade'], exclusive: false }])
  })

  test('none of those excluded; that one answered only when silence is excluded too', () => {
    expect(implied("{garde} <> 'non'")).toMatchObject([{ among: null, without: ['non'], answered: false }])
    expect(implied("{lieux} notempty and {lieux} noneof ['aucun']")).toMatchObject([
      { without: ['aucun'], answered: false },
    ])
    expect(implied("{lieux} notempty and {lieux} noneof ['aucun', 'refus']")).toMatchObject([
      { without: ['aucun'], answered: true },
    ])
  })

  test('a condition that « I do not know » also meets names no answer', () => {
    const unsure = { ...garde, showDontKnowItem: true }
    expect(implied("{garde} anyof ['oui', 'nsp']", [unsure])).toMatchObject([
      { among: null, without: [], answered: false },
    ])
  })

  test('« or » implies only what both sides imply', () => {
    expect(implied("{garde} = 'oui' or {garde} = 'bientot'")).toMatchObject([{ among: ['oui', 'bientot'] }])
    expect(implied("{garde} = 'oui' or {lieux} contains 'gare'")).toEqual([])
  })

  test('« not » turns a condition round', () => {
    expect(implied("!({garde} = 'oui')")).toMatchObject([{ among: null, without: ['oui'] }])
    expect(implied("!({garde} = 'oui' or {garde} = 'non')")).toMatchObject([{ without: ['oui', 'non'] }])
  })

  test('« and » on one answer keeps what both lists name', () => {
    expect(implied("{garde} anyof ['oui', 'non'] and {garde} anyof ['oui', 'bientot']")).toMatchObject([
      { among: ['oui'] },
    ])
  })

  test('whoever was asked a question that was asked of some is one of these too', () => {
    const between = choice('avis', ['bien', 'mal'], { visibleIf: "{garde} = 'oui'" })
    expect(implied("{avis} = 'mal'", [garde, between]).map(({ of, among }) => [of, among])).toEqual([
      ['avis', ['mal']],
      ['garde', ['oui']],
    ])
  })

  test('a condition on a page and on a panel counts like its own; a repeated one counts its rows', () => {
    const definition = {
      pages: [
        { name: 'une', elements: [garde] },
        {
          name: 'deux',
          visibleIf: "{garde} <> 'non'",
          elements: [
            {
              type: 'paneldynamic',
              name: 'enfants',
              maxPanelCount: 4,
              visibleIf: "{garde} = 'oui'",
              templateElements: [choice('age', ['petit', 'grand'])],
            },
          ],
        },
      ],
    } as unknown as Definition
    const asked = askedOf({ definition, assigned: [] })
    expect(asked.get('enfants.age')!).toMatchObject([{ of: 'garde', among: ['oui'], without: ['non'], times: 4 }])
    expect(asked.get('garde')).toEqual([])
  })

  test('a question put once for each child counts as many times as there may be children', () => {
    const children = (more: object) => ({
      type: 'paneldynamic',
      name: 'enfants',
      templateElements: [choice('age', ['petit', 'grand'], { visibleIf: "{garde} = 'oui'" })],
      ...more,
    })
    const times = (more: object) => {
      const pages = [{ name: 'une', elements: [garde, children(more)] }]
      return askedOf({ definition: { pages } as unknown as Definition, assigned: [] })
        .get('enfants.age')!
        .map((said) => said.times)
    }
    expect(times({ maxPanelCount: 4 })).toEqual([4])
    expect(times({})).toEqual([Number.POSITIVE_INFINITY])
  })
})
