/** The ways to a child: begun, looked at again, or with the answers of the one before; and what its first screen then lists. */
import { type ReactNode, useState } from 'react'
import type { Question, QuestionPanelDynamicModel } from 'survey-core'
import { ReviewList } from '../screens/ReviewList.tsx'
import { questionsOf, type Screen } from '../screens/screens.ts'
import type { WayOn } from '../screens/useDetour.ts'
import { type Child, idOfChild, isOfChild } from './child.ts'
import { OwnAnswers, Sibling } from './Sibling.tsx'
import { takeOver } from './sibling.ts'

type Options = {
  detour: WayOn
  /** Key of the screen that is shown. */
  shown: string | undefined
  /** As the answers stand when it is called. */
  screensNow: () => Screen[]
  goTo: (key: string) => void
  /** One answer of a list is changed. */
  change: (key: string, question: Question | null) => void
}

export type Children = {
  /** Leads to the first screen of a child, and back to the cards when it was described already. */
  open: (group: QuestionPanelDynamicModel, index: number) => void
  /** On the first screen of a child: the answers of the one before are offered, or listed once they are taken over. */
  sibling: (child: Child) => ReactNode
  /** On the first screen of a child looked at again: its other answers. */
  ownAnswers: (child: Child) => ReactNode
}

export function useChildren({ detour, shown, screensNow, goTo, change }: Options): Children {
  /** Ids of those whose answers were taken over. */
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set())
  /** Id of the one who is looked at again. */
  const [reviewed, setReviewed] = useState<string | null>(null)
  const screensOf = (child: Child) => screensNow().filter((screen) => isOfChild(child, screen))
  const others = (child: Child) => screensOf(child).filter(({ key }) => key !== shown)
  const listOf = (child: Child) => <ReviewList screens={others(child)} open={change} />
  return {
    open(group, index) {
      const child = { group, index }
      const own = screensOf(child)
      const isBegun = own.some(isAnswered)
      setReviewed(isBegun ? idOfChild(child) : null)
      // one looks at this child again, then comes back: it is listed on its first screen, and only what it was never asked is
      if (!isBegun) detour.settle()
      else
        detour.begin(
          cardsOf(group),
          screensNow().filter((screen) => !isOfChild(child, screen) || isAnswered(screen)),
        )
      if (own[0]) goTo(own[0].key)
    },
    sibling: (child) => (
      <Sibling
        child={child}
        isTaken={taken.has(idOfChild(child))}
        take={() => {
          takeOver(child)
          setTaken(new Set([...taken, idOfChild(child)]))
          detour.begin(cardsOf(child.group), screensNow())
        }}
      >
        {listOf(child)}
      </Sibling>
    ),
    ownAnswers: (child) =>
      reviewed === idOfChild(child) && !taken.has(reviewed) && detour.isUnderWay && others(child).length > 0 ? (
        <OwnAnswers>{listOf(child)}</OwnAnswers>
      ) : null,
  }
}

const cardsOf = (group: QuestionPanelDynamicModel) => `${group.name}/cards`

const isAnswered = ({ pieces }: Screen) => questionsOf(pieces).some((question) => !question.isEmpty())
