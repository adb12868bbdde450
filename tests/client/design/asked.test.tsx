// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { Asked } from '../../../client/design/review/Asked.tsx'
import type { DefinitionElement, Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'

afterEach(cleanup)

/** What an approver reads of one question, line by line. */
function linesOf(element: DefinitionElement): string[] {
  const definition = { pages: [{ name: 'page', title: 'Page', elements: [element] }] }
  render(<Asked questionnaire={{ languages: ['fr'], notice: { lines: [] }, definition } as unknown as Questionnaire} />)
  const item = screen.getByText(/Votre réponse/).closest('li')!
  return [...item.querySelectorAll(':scope > p')].slice(1).map((line) => line.textContent!)
}

const title = 'Votre réponse ?'

// « Date », « Curseur » : nothing said what could be answered, nor whether it had to be
test.each([
  [
    { type: 'slider', name: 'a', title, min: 0, max: 10, step: 2, minRateDescription: 'jamais', isRequired: true },
    ['Une réponse est attendue.', 'Curseur de 0 à 10, de 2 en 2.', 'La plus petite note\u202f: jamais.'],
  ],
  [
    { type: 'text', inputType: 'date', name: 'a', title, min: '2015-03-15', max: '2026-12-01' },
    ['Date du 15 mars 2015 au 1er décembre 2026.'],
  ],
  [{ type: 'text', inputType: 'number', name: 'a', title, min: 0, max: 12000 }, ['Nombre de 0 à 12\u202f000.']],
  [{ type: 'comment', name: 'a', title }, ['Texte libre']],
])('an approver reads what may be answered: %o', (element, lines) => {
  expect(linesOf(element as DefinitionElement)).toEqual(lines)
})
