import { expect, test } from 'vitest'
import { modelOf } from '../../../surveys/answers/engine.ts'
import { answersOf } from '../../../surveys/answers/from-survey.ts'
import { compileValidator } from '../../../surveys/answers/validator.ts'
import { changesBetween } from '../../../surveys/changes/changes.ts'
import { newElement, numbersOf } from '../../../surveys/edit/elements.ts'
import { textsOf } from '../../../surveys/edit/texts.ts'
import { importSurvey } from '../../../surveys/import/surveyjs.ts'
import { itemsOf, type PaperBlock, paperOf } from '../../../surveys/paper/form.ts'
import { pretestOf } from '../../../surveys/paper/pretest.ts'
import { seeded } from '../../../surveys/people/random.ts'
import { walkOf } from '../../../surveys/people/walk.ts'
import { whatever } from '../../../surveys/people/whatever.ts'
import { fieldsOf } from '../../../surveys/questionnaire/fields.ts'
import type { DefinitionElement, Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { burdenOf } from '../../../surveys/review/burden.ts'
import { languageProblems } from '../../../surveys/review/language.ts'
import { lint } from '../../../surveys/review/lint.ts'
import { shapeIssues } from '../../../surveys/review/shape.ts'
import { objections } from '../../../surveys/review/successor.ts'
import { smallQuestionnaire } from '../../api/fixture.ts'

const text: DefinitionElement = {
  type: 'information',
  name: 'aide',
  title: { default: 'Une aide existe', en: 'There is help' },
  description: { default: 'Elle paie **la moitié** de la garde.\nDemandez-la à la mairie.', en: 'It pays **half**.' },
  visibleIf: '{velo} = true',
}
const question = (name: string, more = {}): DefinitionElement => ({
  type: 'boolean',
  name,
  title: `Titre de ${name}`,
  objectives: [1],
  sensitivity: 'ordinary',
  ...more,
})
const withElements = (elements: DefinitionElement[], version = 1): Questionnaire => ({
  ...smallQuestionnaire,
  version,
  definition: { pages: [{ name: 'page', elements }] },
})
const withText = (changed: Record<string, unknown> = {}, version = 1) =>
  withElements([question('velo'), { ...text, ...changed }, question('bus')], version)
const without = withElements([question('velo'), question('bus')])

test('nothing is stored for a text that was read, and an answer to it is refused', () => {
  const model = modelOf(withText(), 'fr')
  model.setValue('velo', true)
  expect(answersOf(model)).toEqual({ velo: true, bus: null })
  const validate = compileValidator(withText())
  expect(validate({ velo: true, bus: null }).ok).toBe(true)
  expect(validate({ velo: true, bus: null, aide: null })).toMatchObject({
    problems: [{ path: 'aide', code: 'unknown' }],
  })
  expect(fieldsOf(withText().definition).map(({ path }) => path)).toEqual(['velo', 'bus'])
})

test('it is no question: no number, no purpose to give, nothing but the seconds it takes to read', () => {
  expect([...numbersOf(withText())]).toEqual([
    ['velo', 1],
    ['bus', 2],
  ])
  expect(lint(withText()).filter(({ path }) => path === 'aide')).toEqual([])
  expect(burdenOf(withText()).items).toBe(burdenOf(without).items)
  const read = (burdenOf(withText()).core - burdenOf(without).core) * 60
  // « Une aide existe. Elle paie la moitié de la garde. Demandez-la à la mairie. »: 14 words at 3.3 a second
  expect(read).toBeCloseTo(14 / 3.3, 5)
})

test('it has a heading, sentences and conditions of its own, which no other condition can read', () => {
  const codes = (changed: Record<string, unknown>) => languageProblems(withText(changed)).map(({ code }) => code)
  expect(codes({})).toEqual([])
  expect(codes({ objectives: [1] })).toEqual(['property'])
  expect(codes({ isRequired: true })).toEqual(['property'])
  const shape = (changed: Record<string, unknown>) =>
    shapeIssues(withText(changed))
      .filter(({ path }) => path === 'aide')
      .map(({ message }) => message)
  expect(shape({})).toEqual([])
  expect(shape({ title: '' })).toEqual(['Ce texte d’information n’a pas encore de titre\u202f: l’écrire.'])
  expect(shape({ description: ' ' })).toEqual([
    'Ce texte d’information n’a qu’un titre\u202f: écrire ses phrases, ou le retirer.',
  ])
  const reading = withElements([{ ...text, visibleIf: undefined }, question('bus', { visibleIf: '{aide} notempty' })])
  expect(() => compileValidator(reading)).toThrow()
  expect(() => compileValidator(withText({ visibleIf: '{nulle_part} = true' }))).toThrow()
})

test('it comes and goes between two versions, and is named to whoever approves', () => {
  expect(objections(without, withText({}, 2))).toEqual([])
  expect(objections(withText(), { ...without, version: 2 })).toEqual([])
  expect(changesBetween(without, withText({}, 2)).map(({ sentence }) => sentence)).toContain('Texte ajouté.')
})

test('its heading and its sentences are translated like all others', () => {
  const rows = textsOf(withText()).filter(({ path }) => path === 'aide')
  expect(rows.map(({ label, texts }) => [label, texts.en])).toEqual([
    ['Titre du texte', 'There is help'],
    ['Texte', 'It pays **half**.'],
  ])
})

test('paper prints it between the questions without a number, and sends nobody around it', () => {
  const blocks = (questionnaire: Questionnaire) => paperOf(questionnaire, 'fr').parts[0]!.blocks
  const [velo, read, bus] = blocks(withText())
  expect(read).toEqual({
    block: 'item',
    kind: 'text',
    title: 'Une aide existe',
    text: 'Elle paie **la moitié** de la garde.\nDemandez-la à la mairie.',
    condition: 'À lire\u202f: seulement si vous avez répondu «\u202fOui\u202f» à la question\u00a01.',
  } satisfies PaperBlock)
  expect(velo).toMatchObject({ number: '1', choices: [{ goTo: '' }, { goTo: '' }] })
  expect(bus).toMatchObject({ number: '2', condition: '' })
  expect(itemsOf(paperOf(withText(), 'fr')).map(({ path }) => path)).toEqual(['velo', 'bus'])
  expect(pretestOf(withText()).pages[0]!.questions.map(({ number }) => number)).toEqual(['1', '2'])
  const sameFor = (name: string) => question(name, { visibleIf: text.visibleIf })
  const [, first] = blocks(withElements([question('velo'), text, sameFor('bus'), sameFor('train')]))
  expect(first).toMatchObject({ condition: expect.stringContaining('Questions\u00a02 et\u00a03') })
})

test('a new one in the designer, a SurveyJS one that is imported, a person who answers around it', () => {
  expect(newElement(without, 'information')).toEqual({
    type: 'information',
    name: 'texte_1',
    title: '',
    description: '',
  })
  const { definition, notes } = importSurvey({
    elements: [
      { type: 'html', name: 'intro', title: 'Bonjour', html: '<p>Merci de <b>tout</b> lire.</p><script>x()</script>' },
      { type: 'boolean', name: 'velo', title: 'À vélo ?' },
    ],
  })
  expect(definition.pages[0]!.elements[0]).toEqual({
    type: 'information',
    name: 'intro',
    title: 'Bonjour',
    description: 'Merci de **tout** lire.',
  })
  expect(notes).toEqual([expect.stringContaining('Mise en forme HTML')])
  const random = seeded(5)
  const answers = walkOf(withText())((asked) => whatever(asked, random), random)
  expect(Object.keys(answers)).toEqual(['velo', 'bus'])
  expect(compileValidator(withText())(answers).ok).toBe(true)
})
