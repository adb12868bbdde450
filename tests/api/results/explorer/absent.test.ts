import { expect, test } from 'vitest'
import type { Finding } from '../../../../analysis/findings/finding.ts'
import { absentQuestions } from '../../../../api/results/explorer/absent.ts'
import { fieldsOf } from '../../../../surveys/questionnaire/fields.ts'
import { founding } from '../../../../surveys/questionnaire/founding.ts'

const questionnaire = founding().find(({ slug }) => slug === 'familles')!
const fields = fieldsOf(questionnaire.definition, questionnaire.assigned)
const finding = (field: string, indicator: string) => ({ indicator, source: { field } }) as unknown as Finding

test('every question without a table is named with its reason, and with the finding that reads it', () => {
  const listed = fields.filter(({ kind, semantic }) => kind !== 'text' && kind !== 'week' && !semantic)
  const week = fields.find(({ kind }) => kind === 'week')!
  const text = fields.find(({ kind }) => kind === 'text')!
  const absent = absentQuestions(questionnaire, listed, [finding(week.path, 'semaine')])
  const of = ({ title }: { title: string }) => absent.find((one) => one.title === title)!
  expect(of(week)).toMatchObject({ indicator: 'semaine', why: 'Semaine : elle se lit dans les résultats.' })
  expect(of(text)).toMatchObject({ indicator: null, why: expect.stringContaining('Vigilance') })
  expect(absent.map(({ why }) => why).join()).toContain('une commune est trop petite')
  // nothing is left unexplained: a question is listed, or named here
  const panels = fields.filter(({ kind }) => kind === 'panel').length
  expect(listed.filter(({ kind }) => kind !== 'panel').length + absent.length + panels).toBe(fields.length)
})
