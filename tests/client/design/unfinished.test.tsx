// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { type Unfinished, unfinishedIssues, withUnfinished } from '../../../client/design/draft/unfinished.ts'
import type { DraftRoom } from '../../../client/design/draft/useDraft.ts'
import { ConditionEditor } from '../../../client/design/logic/ConditionEditor.tsx'
import { findElement } from '../../../surveys/edit/places.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'

afterEach(cleanup)

const choices = ['oui', 'non'].map((value) => ({ value, text: value }))
const started = {
  languages: ['fr'],
  definition: {
    pages: [
      {
        name: 'page_1',
        elements: ['venu', 'pourquoi'].map((name) => ({ type: 'radiogroup', name, title: `${name} ?`, choices })),
      },
    ],
  },
} as unknown as Questionnaire

/** The question's editor, and a button that leaves it and comes back; the room outlives it. */
function Designer() {
  const [questionnaire, setQuestionnaire] = useState(started)
  const [unfinished, setUnfinished] = useState<readonly Unfinished[]>([])
  const [isThere, setIsThere] = useState(true)
  const room = {
    questionnaire,
    isReadOnly: false,
    unfinished,
    holdUnfinished: (own: Unfinished, isHeld: boolean) => setUnfinished((all) => withUnfinished(all, own, isHeld)),
    change: (_: string, edit: (before: Questionnaire) => Questionnaire) => setQuestionnaire(edit),
  } as unknown as DraftRoom
  const condition = String(findElement(questionnaire, 'pourquoi')?.element.visibleIf ?? '')
  return (
    <>
      {isThere && <ConditionEditor room={room} path="pourquoi" condition={condition} parent={null} />}
      <button type="button" onClick={() => setIsThere(!isThere)}>
        Aperçu
      </button>
      <ul>
        {unfinishedIssues(questionnaire, unfinished).map(({ path, where, message }) => (
          <li key={path}>{`${where} : ${message}`}</li>
        ))}
      </ul>
    </>
  )
}

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const warning = () => screen.queryByText(/condition commencée/)?.textContent ?? ''

// the focus went to « Ajouter une condition », past the value that was missing
test('a line just added waits for its value, with the focus there', async () => {
  render(<Designer />)
  press('Afficher seulement si…')
  await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('oui')))
})

// a question was chosen and no answer ticked; after the preview the line was gone without a word
test('a condition without its value is there again, and said in the review until it has one or is taken off', () => {
  render(<Designer />)
  press('Afficher seulement si…')
  expect(warning()).toMatch(/pourquoi.*condition commencée/)
  press('Aperçu')
  press('Aperçu')
  expect(screen.getByText('Choisissez une valeur à chaque ligne.')).toBeTruthy()
  fireEvent.click(screen.getByLabelText('oui'))
  expect(warning()).toBe('')
  press('Ajouter une condition')
  expect(warning()).not.toBe('')
  press('Aperçu')
  press('Aperçu')
  press(/^Retirer.*condition 2/)
  expect(warning()).toBe('')
})
