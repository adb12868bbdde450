import { expect, test } from 'vitest'
import { measureNames } from '../../../analysis/measures/catalogue.ts'
import { compileValidator } from '../../../surveys/answers/validator.ts'
import { authority } from '../../../surveys/authority/in-force.ts'
import { objectives } from '../../../surveys/authority/plan.ts'
import { communes, outside } from '../../../surveys/authority/territory.ts'
import { isLanguage, languageRows, translated } from '../../../surveys/languages.ts'
import { isCensus } from '../../../surveys/questionnaire/audiences.ts'
import { elementsIn } from '../../../surveys/questionnaire/elements.ts'
import { fieldsOf } from '../../../surveys/questionnaire/fields.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import { materialise, missingParameters, parametersUsed } from '../../../surveys/questionnaire/parameters.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { servedBy } from '../../../surveys/questionnaire/served.ts'
import { burdenOf } from '../../../surveys/review/burden.ts'

const bySlug = (slug: string) => founding().find((questionnaire) => questionnaire.slug === slug)!
const elementsOf = (questionnaire: Questionnaire) =>
  elementsIn(questionnaire.definition).map(({ element }) => element as Record<string, unknown> & { name: string })
const fed = (questionnaire: Questionnaire, objective: number) =>
  questionnaire.indicators.filter((indicator) => servedBy(indicator).includes(objective)).length

/** Those it says it is offered in, as its texts name them; else those expected of every questionnaire. */
const keysOf = ({ languages }: Questionnaire) => [
  'default',
  ...translated.filter((code) => (languages ? languages.includes(code) : languageRows[code].isExpected)),
]

test('each questionnaire that the authority takes up is shipped, once', () => {
  const slugs = founding().map(({ slug }) => slug)
  expect(slugs.toSorted()).toEqual(authority().names.questionnaires.toSorted())
  expect(new Set(slugs).size).toBe(slugs.length)
})

test.each(founding())(
  '$slug is written in the language, and compiles with its provisional parameters',
  (questionnaire) => {
    expect(() => compileValidator(materialise(questionnaire, {}))).not.toThrow()
  },
)

test.each(founding())('$slug declares the parameters it uses, no more and no less', (questionnaire) => {
  const declared = missingParameters(questionnaire, {}).map((parameter) => parameter.name)
  expect(declared.toSorted()).toEqual([...parametersUsed(questionnaire)].toSorted())
})

test.each(founding())('every question of $slug says why it is asked, and what for', (questionnaire) => {
  for (const { name, why, objectives: served } of elementsOf(questionnaire)) {
    expect(Object.keys(why as object), name).toEqual(expect.arrayContaining(keysOf(questionnaire)))
    for (const words of Object.values(why as object)) expect(words, name).toMatch(/\.$/)
    for (const objective of served as number[]) expect(objectives()[objective - 1], name).toBeDefined()
  }
})

test.each(founding())('no sensitive question of $slug is demanded, and each can be refused', (questionnaire) => {
  const sensitive = elementsOf(questionnaire).filter((element) => element.sensitivity === 'sensitive')
  for (const element of sensitive) {
    expect(element, element.name).toMatchObject({ showRefuseItem: true })
    expect(element.isRequired ?? element.requiredIf, element.name).toBeUndefined()
    // a commune answers for itself, and describes nobody
    expect(element.legalBasis, element.name).toContain(isCensus(questionnaire.audience) ? '6.1.e' : '9.2.a')
    if (!isCensus(questionnaire.audience)) expect(element.visibleIf, element.name).toContain("contains 'accord'")
  }
  expect(sensitive.length).toBe({ familles: 5, 'jeunes-16-25': 2, habitants: 2, communes: 3 }[questionnaire.slug] ?? 0)
})

test.each(founding())('every indicator of $slug reads fields and answers that exist', (questionnaire) => {
  const fields = fieldsOf(materialise(questionnaire, {}).definition, questionnaire.assigned)
  const known = new Set([...fields.map(({ path }) => path), 'zone', 'enfants.tranche_age'])
  const ids = questionnaire.indicators.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const { id, field, wanted, breakdowns, measure, sentence, unit } of questionnaire.indicators) {
    const read = fields.find(({ path }) => path === field)
    expect(read, id).toBeDefined()
    expect(unit === 'children', id).toBe(field.startsWith('enfants.'))
    for (const value of wanted ?? [])
      expect(
        read!.choices.map((choice) => choice.value),
        id,
      ).toContain(value)
    for (const breakdown of breakdowns) {
      expect(known, id).toContain(breakdown)
      expect(breakdown, id).not.toBe('commune')
    }
    expect(measureNames, id).toContain(measure)
    if (measure === 'share') expect(wanted, id).toBeDefined()
    for (const slot of ['{value}', '{interval}', '{base}']) expect(sentence, id).toContain(slot)
    if (measure === 'shares') expect(sentence, id).toContain('{top}')
  }
})

test('each objective the plan asks these questionnaires about is fed', () => {
  for (const objective of [1, 2, 3, 10, 13, 16, 17, 35]) expect(fed(bySlug('familles'), objective)).toBeGreaterThan(0)
  for (const objective of [14, 15]) expect(fed(bySlug('loisirs-sud'), objective)).toBeGreaterThan(0)
  for (const objective of [22, 23, 24, 25, 26, 27, 28, 30, 34])
    expect(fed(bySlug('jeunes-16-25'), objective)).toBeGreaterThan(0)
  expect(fed(bySlug('familles'), 1)).toBeGreaterThan(20)
  expect(fed(bySlug('loisirs-sud'), 14)).toBeGreaterThan(20)
})

test.each(founding())('$slug lasts the minutes it announces', (questionnaire) => {
  const { median, core, longest } = burdenOf(questionnaire)
  expect(median).toBeLessThanOrEqual(questionnaire.minutes)
  expect(core).toBeLessThanOrEqual(questionnaire.minutes + 1)
  expect(longest).toBeGreaterThanOrEqual(core)
})

test('the young are asked 20 questions at most under 16, and 28 above', () => {
  expect(burdenOf(bySlug('jeunes-11-15')).items).toBeLessThanOrEqual(20)
  expect(burdenOf(bySlug('jeunes-16-25')).items).toBeLessThanOrEqual(28)
})

/** One of the two may be translated further than the other. */
const inExpectedLanguages = <T>(value: T): T =>
  JSON.parse(
    JSON.stringify(value, (name, inner) => (isLanguage(name) && !languageRows[name].isExpected ? undefined : inner)),
  )

test('under 16, nothing sensitive, one free sentence that may be left, no optional part', () => {
  const young = bySlug('jeunes-11-15')
  const written = elementsOf(young).filter(
    ({ type, inputType }) => type === 'comment' || (type === 'text' && !inputType),
  )
  expect(written).toMatchObject([{ name: 'tes_mots', maxLength: 300 }])
  expect(written[0]!.isRequired).toBeUndefined()
  expect(JSON.stringify(written[0]!.description)).toMatch(/relit chaque texte avant/)
  expect(elementsOf(young).filter(({ showOtherItem }) => showOtherItem === true)).toEqual([])
  expect(young.definition.pages.filter((page) => page.optionalPart === true)).toEqual([])
})

test('the two youth questionnaires share one code book, and the younger have lists of their own', () => {
  const aged = new Set(['age', 'tes_mots'])
  const valuesIn = ({ choices }: Record<string, unknown>) =>
    ((choices ?? []) as { value: string }[]).map(({ value }) => value)
  const older = new Map(elementsOf(bySlug('jeunes-16-25')).map((element) => [element.name, element]))
  for (const element of inExpectedLanguages(elementsOf(bySlug('jeunes-11-15')))) {
    if (aged.has(element.name)) continue
    const same = older.get(element.name)
    expect(same, element.name).toBeDefined()
    expect([same!.type, same!.title], element.name).toEqual([element.type, element.title])
    if (element.name === 'envies_jeunes') continue
    expect(valuesIn(same!), element.name).toEqual(expect.arrayContaining(valuesIn(element)))
  }
  const offered = elementsOf(bySlug('jeunes-11-15')).flatMap((element) => JSON.stringify(element.choices ?? []))
  expect(offered.join()).not.toMatch(/je conduis|\btravail\b|\bjob\b(?!")/i)
})

test.each(founding())(
  '$slug lists every commune, and one answer for those from elsewhere unless it is a census',
  (questionnaire) => {
    const commune = elementsOf(questionnaire).find(({ role }) => role === 'commune')!
    const values = (commune.choices as { value: string }[]).map(({ value }) => value)
    expect(values.toSorted()).toEqual(
      [...communes().map(({ insee }) => insee), ...(isCensus(questionnaire.audience) ? [] : [outside])].toSorted(),
    )
  },
)

test.each(founding())(
  '$slug writes at most two open texts, and never asks for a name or a birth date',
  (questionnaire) => {
    const open = elementsOf(questionnaire).filter(
      ({ type, inputType }) => type === 'comment' || (type === 'text' && inputType !== 'number'),
    )
    expect(open.length).toBeLessThanOrEqual(2)
    expect(
      elementsOf(questionnaire)
        .map(({ name }) => name)
        .join(' '),
    ).not.toMatch(/prenom|nom_|date_naissance|adresse|telephone/)
  },
)

test.each(founding())(
  'the notice of $slug says who, why, on what basis, that it is free, and where to turn',
  (questionnaire) => {
    const notice = JSON.stringify(questionnaire.notice)
    expect(questionnaire.notice.lines.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['qui', 'pourquoi', 'temps', 'libre', 'base', 'acces', 'duree', 'droits']),
    )
    for (const word of ['intérêt public', '%{dpo}', '%{contact}', '%{conservation}', '%{date_fin}', 'CNIL'])
      expect(notice).toContain(word)
    if (questionnaire.slug.startsWith('jeunes')) for (const number of ['119', '3018']) expect(notice).toContain(number)
  },
)

test.each(founding())('$slug is set as French is printed', (questionnaire) => {
  for (const text of frenchIn(questionnaire)) {
    expect(text, text).not.toMatch(/'|"|\.\.\./)
    expect(text, text).not.toMatch(/[^\u202f][;!?»]|«[^\u202f]/)
    expect(text, text).not.toMatch(/[^\u00a0\u202f]:/)
    expect(text, text).not.toMatch(/ [%€](?!\{)/)
    expect(text, text).not.toMatch(/ {2}|^ | $/)
  }
})

const read = new Set(
  'title description text otherText noneText refuseText dontKnowText why legalBasis placeholder templateTitle addPanelText removePanelText summary audienceText more help sentence'.split(
    ' ',
  ),
)
function frenchIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return read.has(key) ? [value] : []
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([inner, item]) => frenchIn(item, inner === 'default' ? key : inner))
}

// it stood in the folded « Pourquoi cette question ? » alone: a family took the price for the tariff
test('a price drawn by lot says under its question, in each language, that nothing is decided', () => {
  const { definition } = founding().find(({ slug }) => slug === 'loisirs-sud')!
  const prices = elementsIn(definition).filter(({ element }) => /^prix_[abc]$/.test(element.name))
  expect(prices).toHaveLength(3)
  for (const { element } of prices)
    expect(element.description).toMatchObject({
      default: expect.stringContaining('rien n’est décidé'),
      'fr-facile': expect.stringContaining('Rien n’est décidé'),
      en: expect.stringContaining('nothing has been decided'),
      ar: expect.stringContaining('لم يُقرَّر شيء'),
    })
})
