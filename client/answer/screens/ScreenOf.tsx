/** One screen: the page's title, then its few questions, as far as they are shown; where there is one only, it is the heading. */
import type { ReactNode, Ref } from 'react'
import type { PanelModel } from 'survey-core'
import { Bold } from '../../parts/Bold.tsx'
import type { OneByOne } from '../asking/useOneByOne.ts'
import { childTitle } from '../children/childTitle.ts'
import { QuestionBlock } from '../question/QuestionBlock.tsx'
import { progressId } from './ProgressBar.tsx'
import { isShareable, type Piece, type Screen, shownOn } from './screens.ts'

type Props = {
  ref: Ref<HTMLHeadingElement>
  screen: Screen
  asking?: Asking
  problems: Map<string, string>
  /** Title of the questionnaire, for a page without one: the screen is read from its heading. */
  whole: string
  /** Offered on the first screen of a child, before what brothers and sisters often share. */
  sibling?: (child: NonNullable<Screen['child']>) => ReactNode
  /** Behind the first screen of a child who is looked at again. */
  ownAnswers?: (child: NonNullable<Screen['child']>) => ReactNode
}

type Asking = Pick<OneByOne, 'isShown' | 'rowOf' | 'isQuiet'>
const atOnce: Asking = { isShown: () => true, rowOf: () => null, isQuiet: () => false }

export function ScreenOf({ ref, screen, asking = atOnce, problems, whole, sibling, ownAnswers }: Props) {
  const { page, child, pieces } = screen
  const isShown = (piece: Piece) => shownOn([piece]).some(asking.isShown)
  const title = (child ? childTitle(child.group, child.index) : page.locTitle.textOrHtml) || whole
  const intro = child
    ? child.index === 0
      ? child.group.locDescription.textOrHtml
      : ''
    : page.locDescription.textOrHtml
  const isFirst = child ? child.group.panels[child.index]?.elements[0] === pieces[0] : page.elements[0] === pieces[0]
  const isAlone = pieces.length === 1 && !pieces[0]!.isPanel
  const firstShared = pieces.find(isShareable)
  return (
    <div className="screen">
      {isAlone ? (
        <p className="screen-page">{title}</p>
      ) : (
        <h1 ref={ref} tabIndex={-1} className="screen-page" aria-describedby={progressId}>
          {title}
        </h1>
      )}
      {isFirst && intro && (
        <p className="screen-intro">
          <Bold text={intro} />
        </p>
      )}
      {pieces.filter(isShown).map((piece) => (
        <div className="piece" key={piece.id}>
          {isFirst && child && piece === firstShared && sibling?.(child)}
          <PieceOf {...{ piece, screen, asking, problems }} heading={isAlone ? ref : undefined} />
        </div>
      ))}
      {isFirst && child && firstShared === undefined && sibling?.(child)}
      {isFirst && child && ownAnswers?.(child)}
    </div>
  )
}

type PieceProps = {
  piece: Piece
  screen: Screen
  asking: Asking
  problems: Map<string, string>
  heading?: Ref<HTMLHeadingElement> | undefined
}

function PieceOf({ piece, screen, asking, problems, heading }: PieceProps) {
  if (!piece.isPanel) {
    const question = piece as Exclude<Piece, PanelModel>
    return (
      <QuestionBlock
        question={question}
        child={screen.child}
        row={asking.rowOf(question)}
        isQuiet={asking.isQuiet(question)}
        problem={problems.get(piece.id)}
        heading={heading}
      />
    )
  }
  const panel = piece as PanelModel
  return (
    <section className="group" aria-labelledby={`${panel.id}-title`}>
      <h2 id={`${panel.id}-title`}>{panel.locTitle.textOrHtml}</h2>
      {panel.locDescription.textOrHtml && <p>{panel.locDescription.textOrHtml}</p>}
      {(panel.elements as Piece[])
        .filter((part) => shownOn([part]).some(asking.isShown))
        .map((part) => (
          <PieceOf key={part.id} {...{ piece: part, screen, asking, problems }} />
        ))}
    </section>
  )
}
