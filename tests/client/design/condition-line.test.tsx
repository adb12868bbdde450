// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, test } from 'vitest'
import { ConditionLine } from '../../../client/design/logic/ConditionLine.tsx'
import type { Test } from '../../../surveys/conditions/expression.ts'
import { readableFrom } from '../../../surveys/edit/condition-lines.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'

afterEach(cleanup)

const ordinary = { objectives: [1], sensitivity: 'ordinary' as const }
const questionnaire = {
  assigned: [],
  definition: {
    pages: [
      {
        name: 'page',
        elements: [
          {
            ...ordinary,
            type: 'text',
            inputType: 'date',
            name: 'arrivee',
            title: 'Arrivée ?',
            min: '2020-01-01',
            max: '2026-12-31',
          },
          { ...ordinary, type: 'boolean', name: 'content', title: 'Content ?' },
        ],
      },
    ],
  },
}

const offered = readableFrom(questionnaire as unknown as Questionnaire, 'content')

function Line({ heard }: { heard: (line: Test) => void }) {
  const [line, setLine] = useState<Test>({ name: 'arrivee', operator: 'notempty', literal: null })
  const change = (next: Test) => {
    heard(next)
    setLine(next)
  }
  return (
    <ConditionLine number="1" test={line} offered={offered} isReadOnly={false} onChange={change} onRemove={() => {}} />
  )
}

test('a date is compared with a day; another way to compare keeps it', () => {
  const lines: Test[] = []
  render(<Line heard={(line) => lines.push(line)} />)
  const compare = (value: string) =>
    fireEvent.change(screen.getByLabelText('Comparaison, condition 1'), { target: { value } })
  compare('greaterorequal')
  fireEvent.input(screen.getByLabelText('Valeur, condition 1'), { target: { value: '2024-05-07' } })
  compare('less')
  expect(lines.at(-1)).toEqual({ name: 'arrivee', operator: 'less', literal: '2024-05-07' })
  compare('empty')
  expect(lines.at(-1)!.literal).toBeNull()
  expect(screen.queryByLabelText('Valeur, condition 1')).toBeNull()
})
