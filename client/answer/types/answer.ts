/** What the screens know of one type of question; `catalogue.ts` lists them. */
import type { ReactElement } from 'react'
import type { Question } from 'survey-core'
import type { Language } from '../../../surveys/questionnaire/questionnaire.ts'
import type { Say } from '../../words/useSay.ts'

export type AnswerProps = { question: Question; problem: string | undefined; row?: string | null }

/** Controls a screen reader announces one after the other: « bouton radio, 1 sur 3 »; `alone`: without a count. */
export type Controls = { role: string; texts: string[]; alone?: true }

export type AnswerRow = {
  Answer: (props: AnswerProps) => ReactElement | null
  /** It has one control, which the title names: how a screen reader announces it. */
  single?: string
  /** Brothers and sisters often give the same answer. */
  isShareable?: true
  /** Room on a screen, a short question being 1; without it, half the number of its choices or lines. */
  weight?: number
  /** Its bounds, under the question; empty where its words say them. */
  range?(question: Question, language: Language, say: Say): string
  /** Read aloud after the title and the help. */
  spoken?(question: Question, row: string | null): string[]
  /** The answer in words, when survey-core has none of its own for it. */
  said?(question: Question, language: Language): string
  /** For whoever makes the questionnaire, in French. */
  heard(question: Question): Controls[]
}
