/** What the button of the last screen does, in words. */
import type { Say } from '../../words/useSay.ts'

export const sendingLabel = (say: Say, now: { isNothing: boolean; isSending: boolean; isCorrection: boolean }) =>
  say(
    now.isNothing
      ? 'answer.end.again'
      : now.isSending
        ? 'answer.sending'
        : now.isCorrection
          ? 'own.save'
          : 'answer.send',
  )
