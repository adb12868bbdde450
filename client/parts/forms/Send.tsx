/** The end of a form of everybody's: what is wrong with it, heard as soon as it is said, and the button that sends it. */
import type { ReactNode } from 'react'
import { Button } from './Button.tsx'

type Props = { problem: string; problemId?: string; children: ReactNode }

export const Send = ({ problem, problemId, children }: Props) => (
  <>
    <p className="question-problem" id={problemId} role="alert">
      {problem}
    </p>
    <div className="actions">
      <Button type="submit" kind="main">
        {children}
      </Button>
    </div>
  </>
)
