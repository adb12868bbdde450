/** The engine of the pages, made lighter, asks, says and checks what the installed one does, whatever is answered. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Question, SurveyModel } from 'survey-core'
import { parseAst } from 'vite'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { lightened, packages } from '../../../../client/answer/build/lighter-engine.ts'
import { founding } from '../../../../surveys/questionnaire/founding.ts'
import type { Questionnaire } from '../../../../surveys/questionnaire/questionnaire.ts'
import { wordsIn } from '../../../../vite.config.ts'
import { gallery } from '../../gallery.ts'

const root = resolve(import.meta.dirname, '../../../..')
const folder = mkdtempSync(join(tmpdir(), 'ctg-engine-'))
afterAll(() => rmSync(folder, { recursive: true }))

type Engine = typeof import('../../../../surveys/answers/engine.ts')
let whole: Engine
let light: Engine
beforeAll(async () => {
  whole = await import('../../../../surveys/answers/engine.ts')
  const code = readFileSync(join(root, 'node_modules/survey-core/fesm/survey-core.mjs'), 'utf8')
  const words = await wordsIn([join(root, 'client'), join(root, 'surveys')])
  const file = join(folder, 'survey-core.mjs')
  writeFileSync(file, lightened(code, parseAst(code), packages[0]!, words))
  vi.resetModules()
  vi.doMock('survey-core', () => import(/* @vite-ignore */ pathToFileURL(file).href))
  light = await import('../../../../surveys/answers/engine.ts')
})

/** Answers of each type; what has no list takes the first that fits. */
const texts = ['un texte', '   ', 12, 2.5, '2026-11-20', 'x'.repeat(3_000)]
function answered(question: Question, turn: number): void {
  const asked = question as unknown as {
    visibleChoices?: { value: unknown }[]
    visibleRows?: { name: string }[]
    visibleColumns?: { value: unknown }[]
    visibleRateValues?: { value: unknown }[]
    isOtherSelected: boolean
    panelCount?: number
    addPanel?: () => void
    removePanel?: (row: number) => void
  }
  const choices = [asked.visibleChoices, asked.visibleColumns, asked.visibleRateValues].find((list) => list?.length)
  const chosen = choices?.[turn % choices.length]?.value
  const type = question.getType()
  if (turn % 7 === 6 && !asked.addPanel) question.clearValue()
  else if (asked.addPanel) asked.panelCount === 0 ? asked.addPanel() : turn % 2 === 0 && asked.removePanel!(0)
  else if (type === 'weekhours') question.value = [{ day: 'mon', from: 480, to: 540 + turn * 30, cover: 'none' }]
  else if (type === 'boolean') question.value = turn % 2 === 0
  else if (asked.visibleRows?.length)
    question.value = { [asked.visibleRows[turn % asked.visibleRows.length]!.name]: manyOf(question, chosen ?? turn) }
  else question.value = choices ? manyOf(question, chosen) : texts[turn % texts.length]
  if (asked.isOtherSelected) question.comment = `précision ${turn}`
}
const manyOf = (question: Question, value: unknown) =>
  /checkbox|ranking/.test(question.getType()) || question.cellType === 'checkbox' ? [value] : value

type Said = { locText: { textOrHtml: string } }

/** What somebody would see and hear of it, and what would be sent. */
function seen(model: SurveyModel): unknown {
  type Line = { value?: unknown; name?: unknown; item?: Said; locText?: Said['locText'] }
  const textsOf = (list: unknown) =>
    ((list ?? []) as Line[]).map(({ value, name, item, locText }) => [
      value ?? name,
      (locText ?? item?.locText)?.textOrHtml,
    ])
  const questions = model.getAllQuestions(true, false, true).map((question) => {
    const parts = question as unknown as Record<string, unknown>
    question.validate(true)
    return {
      name: question.name,
      title: question.locTitle.textOrHtml,
      help: question.locDescription.textOrHtml,
      said: question.displayValue,
      lists: ['visibleChoices', 'visibleRows', 'visibleColumns', 'visibleRateValues'].map((of) => textsOf(parts[of])),
      wrong: question.errors.map((error) => error.getText()),
      marks: [question.isRequired, question.isEmpty(), question.hasInput, parts.canAddPanel, parts.isOtherSelected],
    }
  })
  return {
    pages: model.visiblePages.map(({ name, locTitle }) => [name, locTitle.textOrHtml]),
    questions,
    data: model.data,
  }
}

const familles = founding().find(({ slug }) => slug === 'familles')!
/** Where they are counted, and what is asked of each child. */
const ofChildren = familles.definition.pages.filter(({ name }) => ['foyer_page', 'enfants'].includes(name))
const cases: [string, Questionnaire][] = [
  ['one question of each type', gallery],
  ['children, conditions and a week', { ...familles, definition: { ...familles.definition, pages: ofChildren } }],
]
test.each(cases)('%s: what is asked, said and refused is the same', (_, questionnaire) => {
  const models = [whole, light].map(({ modelOf }) => modelOf(questionnaire, 'fr', {}, 'r'))
  const types = new Set<string>()
  for (let turn = 0; turn < 3; turn++) {
    for (const model of models)
      for (const question of model.getAllQuestions(false, false, true)) {
        types.add(question.getType())
        answered(question, turn + question.name.length)
      }
    if (turn === 0) for (const model of models) model.data = JSON.parse(JSON.stringify(model.data))
    if (turn === 1) for (const model of models) model.locale = 'ar'
    const [before, after] = models.map(seen)
    expect(after).toEqual(before)
  }
  expect(types.size).toBeGreaterThan(5)
  expect(models[1]).not.toBeInstanceOf(models[0]!.constructor)
})
