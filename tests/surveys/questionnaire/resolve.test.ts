import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { firstAuthority } from '../../../surveys/authority/first.ts'
import { setAuthority } from '../../../surveys/authority/in-force.ts'
import { objectives } from '../../../surveys/authority/plan.ts'
import { founding, models } from '../../../surveys/questionnaire/founding.ts'
import { library } from '../../../surveys/questionnaire/library.ts'

const isle = {
  ...firstAuthority,
  names: {
    ...firstAuthority.names,
    texts: {
      collectivite: { default: 'la communauté de l’Est', en: 'the eastern community', ar: 'تجمع الشرق' },
      territoire: { default: 'l’Est' },
      bord_de_l_eau: { default: 'au bord de l’eau' },
    },
    lists: {},
    questionnaires: ['familles', 'jeunes-16-25'],
    links: { '1': [3], '22': [5, 6] },
  },
  territory: {
    ...firstAuthority.territory,
    communes: [
      { insee: '97410', name: 'Sin-Benoi', population: 37_738, municipalPopulation: 37_000 },
      {
        insee: '97402',
        name: 'Bras-Panon',
        population: 13_000,
        municipalPopulation: 12_900,
        names: { ar: 'برا بانون' },
      },
    ],
  },
}

afterEach(() => setAuthority(firstAuthority))

/** JSON of each as it was when the words of the authority still stood in the files. */
const before = {
  familles: '88419b225029d8e5e3f8f6cf908b19237d92f8aba6c02458101819e0a84fa9d1',
  'loisirs-sud': '781d7c61ed94f2414946b8be5f6de427e8c33a07d1eba96f76d061c221489c43',
  'jeunes-11-15': '4a1e40d8b3d664c36efec871b40d33f900bb2835f37fbeffb144b873f9fc8764',
  'jeunes-16-25': 'cd49913f23c8971706e6b130e12effa7a970f98860a9301839fec5b0e63af4f6',
}

test('what the first authority stores and publishes is byte for byte what it was', () => {
  const digests = founding()
    .filter(({ slug }) => Object.hasOwn(before, slug))
    .map((one) => [one.slug, createHash('sha256').update(JSON.stringify(one)).digest('hex')])
  expect(Object.fromEntries(digests)).toEqual(before)
})

test('another authority gets its own words, communes and links, and nothing of the first one', () => {
  setAuthority(isle)
  expect(founding().map(({ slug }) => slug)).toEqual(['familles', 'jeunes-16-25'])
  const [families] = founding()
  expect(families!.notice.lines[0]!.text).toMatchObject({
    default: expect.stringMatching(/^La communauté de l’Est, avec ses partenaires/),
    en: expect.stringMatching(/^The eastern community, with/),
  })
  const commune = families!.definition.pages.flatMap(({ elements }) => elements).find(({ role }) => role === 'commune')
  expect(commune!.choices).toMatchObject([
    { value: '97402', text: { default: 'Bras-Panon', 'fr-facile': 'Bras-Panon', ar: 'برا بانون' } },
    { value: '97410', text: { default: 'Sin-Benoi', ar: 'Sin-Benoi' } },
    { value: 'hors' },
  ])
  expect(JSON.stringify([founding(), library()])).not.toMatch(
    /Tarn|Agout|Lavaur|Sulpice|Toulouse|choicesFrom":|communauté de communes|group of communes|تجمّع البلديات|mancomunidad/,
  )
})

test('an indicator stands under the objectives of the plan in force, or is left out', () => {
  setAuthority(isle)
  const [families, young] = founding()
  expect(families!.indicators.map(({ id }) => id)).toContain('horaires-decales')
  expect(new Set(families!.indicators.map(({ objective }) => objective))).toEqual(new Set([3]))
  expect(young!.indicators.find(({ id }) => id === 'lieux')).toMatchObject({ objective: 5, alsoServes: [6] })
  const asked = families!.definition.pages.flatMap(({ elements }) => elements).filter(({ objectives: own }) => own)
  for (const { name, objectives: own, why } of asked)
    expect((own as number[]).length > 0 || why !== undefined, name).toBe(true)
})

test('what is made from the authority in force is made again for the next one', () => {
  const { length } = objectives()
  setAuthority({ ...isle, plan: { ...isle.plan, objectives: isle.plan.objectives.slice(0, 2) } })
  expect(objectives()).toHaveLength(2)
  expect(models().length).toBeGreaterThan(founding().length)
  setAuthority(firstAuthority)
  expect(objectives()).toHaveLength(length)
})

test('no place of an authority, and no count of its plan, stands in the code', () => {
  const places = /Tarn|Agout|Lavaur|Sulpice|Toulouse/
  const counts = /\b(?:38|21) (?:objectifs|objectives|communes|tuiles|tiles|rows)\b/
  const files = globSync('{surveys,analysis,api,client,cli}/**/*.{ts,tsx,json,html,css,txt}')
  expect(files.length).toBeGreaterThan(500)
  const found = files.filter((file) => {
    const content = readFileSync(file, 'utf8')
    return places.test(content) || counts.test(content)
  })
  expect(found).toEqual([])
})
