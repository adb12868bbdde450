/** One screen: the page's title, then its few questions. */
import type { Ref } from 'react'
import type { PanelModel } from 'survey-core'
import { Bold } from '../../parts/Bold.tsx'
import { QuestionBlock } from '../question/QuestionBlock.tsx'
import { childTitle } from './childTitle.ts'
import type { Piece, Screen } from './screens.ts'

type Props = {
  ref: Ref<HTMLHeadingElement>
  screen: Screen
  problems: Map<string, string>
  /** Title of the questionnaire, for a page without one: the screen is read from its heading. */
  whole: string
}

export function ScreenOf({ ref, screen, problems, whole }: Props) {
  const { page, child, pieces } = screen
  const title = child ? childTitle(child.group, child.index) : page.locTitle.textOrHtml
  const intro = child
    ? child.index === 0
      ? child.group.locDescription.textOrHtml
      : ''
    : page.locDescription.textOrHtml
  const isFirst = child ? child.group.panels[child.index]?.elements[0] === pieces[0] : page.elements[0] === pieces[0]
  return (
    <div className="screen">
      <h1 ref={ref} tabIndex={-1} className="screen-page">
        {title || whole}
      </h1>
      {isFirst && intro && (
        <p className="screen-intro">
          <Bold text={intro} />
        </p>
      )}
      {pieces.map((piece) => (
        <PieceOf key={piece.id} piece={piece} screen={screen} problems={problems} />
      ))}
    </div>
  )
}

function PieceOf({ piece, screen, problems }: { piece: Piece; screen: Screen; problems: Map<string, string> }) {
  if (!piece.isPanel) {
    const question = piece as Exclude<Piece, PanelModel>
    return <QuestionBlock question={question} child={screen.child} row={screen.row} problem={problems.get(piece.id)} />
  }
  const panel = piece as PanelModel
  return (
    <section className="group" aria-labelledby={`${panel.id}-title`}>
      <h2 id={`${panel.id}-title`}>{panel.locTitle.textOrHtml}</h2>
      {panel.locDescription.textOrHtml && <p>{panel.locDescription.textOrHtml}</p>}
      {(panel.elements as Piece[])
        .filter((part) => part.isVisible)
        .map((part) => (
          <PieceOf key={part.id} piece={part} screen={screen} problems={problems} />
        ))}
    </section>
  )
}
