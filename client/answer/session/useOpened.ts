/** The response under way: what is saved of it and the live model of its questions, in the language chosen now. */
import { useMemo, useRef, useState } from 'react'
import { giveTexts } from '../../../surveys/answers/give-texts.ts'
import type { Language, Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import type { Draft } from '../device/outbox.ts'
import { begin, type Ready, withCarried } from './begin.ts'

/**
 * @param draft answers to go on with; null starts anew, as `first` says
 * @param ready made while what comes before was read
 * @returns `begun` as it was opened; `session` with the copy stored elsewhere since (`setCarried`); `reopen` goes on with another
 */
export function useOpened(
  whole: Questionnaire,
  draft: Draft | null,
  first: () => Draft,
  language: Language,
  ready: { current: Ready | null } | undefined,
) {
  const [{ session: begun, model }, reopen] = useState(() =>
    begin(whole, draft ?? first(), language, draft !== null, ready),
  )
  const [carried, setCarried] = useState(begun.carried)
  const session = useMemo(() => withCarried(begun, carried), [begun, carried])
  // the texts of a language that was chosen meanwhile
  const given = useRef(whole)
  if (given.current !== whole) giveTexts(model, whole.definition)
  given.current = whole
  // before anything is drawn: the model announces no change of its language
  const locale = language === 'fr' ? '' : language
  if (model.locale !== locale) model.locale = locale
  return { begun, model, session, carried, setCarried, reopen }
}
