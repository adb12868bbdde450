/** « Écouter » : the question read by a voice of the device itself; others would send the text away. */

import { useEffect, useState } from 'react'
import type { Question } from 'survey-core'
import { type Language, languageRows } from '../../../surveys/languages.ts'
import { countUse } from '../../parts/api.ts'
import { type Say, useLanguage, useSay } from '../../words/useSay.ts'
import { answerRowOf } from '../types/catalogue.ts'

export function Aloud({ question, row }: { question: Question; row: string | null }) {
  const say = useSay()
  const language = useLanguage()
  const voice = useVoice(languageRows[language].tag)
  const [isReading, setIsReading] = useState(false)
  useEffect(() => () => window.speechSynthesis?.cancel(), [])
  if (!voice) return null
  const toggle = () => {
    speechSynthesis.cancel()
    if (isReading) return setIsReading(false)
    const words = new SpeechSynthesisUtterance(spokenOf(question, row, language, say))
    words.voice = voice
    words.lang = voice.lang
    words.rate = 0.95
    words.onend = () => setIsReading(false)
    words.onerror = () => setIsReading(false)
    speechSynthesis.speak(words)
    setIsReading(true)
    void countUse('aloud')
  }
  return (
    <button type="button" className="button aloud no-print" data-kind="quiet" onClick={toggle}>
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d="M3 8v4h3l4 3V5L6 8z" fill="currentColor" />
        <path d="M13 7a4 4 0 0 1 0 6M15 4.5a7.5 7.5 0 0 1 0 11" fill="none" stroke="currentColor" strokeWidth="1.8" />
      </svg>
      {say(isReading ? 'aloud.stop' : 'aloud.listen')}
    </button>
  )
}

/** A voice of this device for the language, or null: it may come late, or never. */
function useVoice(tag: string): SpeechSynthesisVoice | null {
  const [voice, setVoice] = useState<SpeechSynthesisVoice | null>(null)
  useEffect(() => {
    if (!('speechSynthesis' in window)) return
    const look = () =>
      setVoice(
        speechSynthesis.getVoices().find(({ localService, lang }) => localService && lang.slice(0, 2) === tag) ?? null,
      )
    look()
    speechSynthesis.addEventListener('voiceschanged', look)
    return () => speechSynthesis.removeEventListener('voiceschanged', look)
  }, [tag])
  return voice
}

/** The question, its help, its bounds, then what its type reads out: mostly its choices. */
export function spokenOf(question: Question, row: string | null, language: Language, say: Say): string {
  const type = answerRowOf(question)
  const texts = [
    question.locTitle.textOrHtml,
    question.locDescription.textOrHtml,
    type?.range?.(question, language, say) ?? '',
    ...(type?.spoken?.(question, row) ?? []),
  ]
  return texts
    .filter(Boolean)
    .map((text) => text.replaceAll('**', ''))
    .join('. ')
}
