/** A grid asked line by line: readable on a phone and to a screen reader. */
import type { Question, QuestionMatrixModel } from 'survey-core'
import { Bold } from '../../parts/Bold.tsx'
import { Clear } from '../question/Clear.tsx'
import type { AnswerProps, AnswerRow } from './answer.ts'
import { Choice } from './Choice.tsx'

function MatrixAnswer({ question, row: only }: AnswerProps) {
  const matrix = question as QuestionMatrixModel
  const rows = matrix.visibleRows.filter((row) => !only || String(row.name) === only)
  return (
    <>
      {rows.map((row) => (
        <fieldset className="matrix-row" key={row.name} data-row={row.name}>
          <legend>
            <Bold text={row.item.locText.textOrHtml} />
          </legend>
          <div className="choices" data-shape="pills">
            {matrix.visibleColumns.map((column) => (
              <Choice
                key={String(column.value)}
                type="radio"
                name={`${question.id}-${row.name}`}
                value={String(column.value)}
                text={column.locText.textOrHtml}
                isChosen={row.value === column.value}
                choose={() => {
                  row.value = column.value
                }}
              />
            ))}
          </div>
        </fieldset>
      ))}
      <Clear question={question} />
    </>
  )
}

export const matrix: AnswerRow = {
  Answer: MatrixAnswer,
  isShareable: true,
  spoken(question: Question, only) {
    const { visibleRows, visibleColumns } = question as QuestionMatrixModel
    return [
      ...visibleRows.filter(({ name }) => !only || String(name) === only).map(({ item }) => item.locText.textOrHtml),
      ...visibleColumns.map(({ locText }) => locText.textOrHtml),
    ]
  },
  heard(question: Question) {
    const { rows, columns } = question as QuestionMatrixModel
    const texts = columns.map((column: { locText: { textOrHtml: string } }) => column.locText.textOrHtml)
    return rows.flatMap(({ locText }: { locText: { textOrHtml: string } }) => [
      { role: 'groupe', texts: [locText.textOrHtml], alone: true as const },
      { role: 'bouton radio', texts },
    ])
  },
}
