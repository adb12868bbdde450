/** What every kind of answer is given. */
import type { Question } from 'survey-core'

export type AnswerProps = { question: Question; problem: string | undefined; row?: string | null }
