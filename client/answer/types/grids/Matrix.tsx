/** A grid asked line by line: readable on a phone and to a screen reader; one answer a line, or boxes to tick. */
import type { Question, QuestionMatrixModel } from 'survey-core'
import { exclusive } from '../../../../surveys/types/choices/checkbox.ts'
import { Bold } from '../../../parts/Bold.tsx'
import { useSay } from '../../../words/useSay.ts'
import { Clear } from '../../question/Clear.tsx'
import type { AnswerProps, AnswerRow } from '../answer.ts'
import { Choice } from '../Choice.tsx'
import { downTo } from './lines.ts'

export const isMany = (question: Question): boolean => question.cellType === 'checkbox'

function MatrixAnswer({ question, row: last }: AnswerProps) {
  const say = useSay()
  const matrix = question as QuestionMatrixModel
  const isSeveral = isMany(question)
  const rows = downTo(matrix.visibleRows, last)
  const columns = matrix.visibleColumns.map(({ value }) => String(value))
  const choose = (row: string, column: string, isTicked: boolean) => {
    matrix.value = isSeveral
      ? ticksAfter(matrix.value, row, column, isTicked, columns)
      : { ...matrix.value, [row]: column }
  }
  return (
    <>
      {isSeveral && question.locDescription.textOrHtml === '' && (
        <p className="question-help">{say('answer.several')}</p>
      )}
      {rows.map((row) => (
        <fieldset className="matrix-row" key={row.name} data-row={row.name}>
          <legend>
            <Bold text={row.item.locText.textOrHtml} />
          </legend>
          <div className="choices" data-shape="pills">
            {matrix.visibleColumns.map((column) => (
              <Choice
                key={String(column.value)}
                type={isSeveral ? 'checkbox' : 'radio'}
                name={`${question.id}-${row.name}`}
                value={String(column.value)}
                text={column.locText.textOrHtml}
                isChosen={[row.value].flat().includes(column.value)}
                isAside={isSeveral && exclusive.has(column.value)}
                choose={(isTicked) => choose(row.name, column.value, isTicked)}
              />
            ))}
          </div>
        </fieldset>
      ))}
      <Clear question={question} />
    </>
  )
}

type Ticks = Record<string, string[]>

/**
 * The answer once a box of a line is ticked or no longer is: an answer that excludes the others leaves alone.
 *
 * @returns the ticks of each line in the order of the columns, without the lines that have none; undefined = none at all
 */
export function ticksAfter(
  given: Ticks | undefined,
  row: string,
  column: string,
  isTicked: boolean,
  columns: readonly string[],
): Ticks | undefined {
  const { [row]: before = [], ...others } = given ?? {}
  const stays = (value: string) => value !== column && !(isTicked && (exclusive.has(column) || exclusive.has(value)))
  const ticked = columns.filter((value) => (value === column ? isTicked : before.includes(value) && stays(value)))
  const next = ticked.length === 0 ? others : { ...others, [row]: ticked }
  return Object.keys(next).length === 0 ? undefined : next
}

export function heardInLines(question: Question, role: string) {
  const { rows, columns } = question as QuestionMatrixModel
  const texts = columns.map((column: { locText: { textOrHtml: string } }) => column.locText.textOrHtml)
  return rows.flatMap(({ locText }: { locText: { textOrHtml: string } }) => [
    { role: 'groupe', texts: [locText.textOrHtml], alone: true as const },
    { role, texts },
  ])
}

export const matrix: AnswerRow = {
  Answer: MatrixAnswer,
  isShareable: true,
  spoken(question: Question, row) {
    const { visibleRows, visibleColumns } = question as QuestionMatrixModel
    return [
      ...visibleRows
        .filter(({ name }) => row === null || String(name) === row)
        .map(({ item }) => item.locText.textOrHtml),
      ...visibleColumns.map(({ locText }) => locText.textOrHtml),
    ]
  },
  heard: (question) => heardInLines(question, 'bouton radio'),
}
