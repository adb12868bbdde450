/** A questionnaire as it comes: in French and in the language of its reader; the texts of another language when it is chosen. */
import { useEffect, useReducer, useState } from 'react'
import type { PublishedQuestionnaire } from '../../../api/wire/public.ts'
import { textsIn } from '../../../surveys/answers/texts-in.ts'
import type { Language } from '../../../surveys/languages.ts'
import * as api from '../../parts/api.ts'
import { bringTexts, useComfort } from '../../parts/comfort.ts'
import { heldQuestionnaire, textsOf } from '../offline/held.ts'

/** @throws Refusal, Cut when this device holds none of it either */
export async function questionnaireIn(
  language: Language,
  slug: string,
  version?: number,
): Promise<PublishedQuestionnaire> {
  try {
    return await api.questionnaire(slug, { version, language })
  } catch (error) {
    const held = error instanceof api.Cut ? await heldQuestionnaire(slug, version) : undefined
    if (held) return textsIn(held, language)
    throw error
  }
}

/**
 * The questionnaire with its texts in the language chosen; the same object as long as nobody chooses another one.
 *
 * @param asked the language it was asked for in
 */
export function useTexts(first: PublishedQuestionnaire, asked: Language): PublishedQuestionnaire {
  const { language } = useComfort()
  const [, redraw] = useReducer((turn: number) => turn + 1, 0)
  const { slug, version } = first
  const [known] = useState(() => new Map<string, PublishedQuestionnaire>())
  const nameOf = (one: Language) => `${slug} ${version} ${one}`
  if (!known.has(nameOf(asked))) known.set(nameOf(asked), first)
  const bring = async (chosen: Language) => {
    // French is in each
    if (chosen === 'fr' || known.has(nameOf(chosen))) return
    const held = await heldQuestionnaire(slug, version)
    const whole = held ? textsIn(held, chosen) : await api.questionnaire(slug, { version, language: chosen })
    known.set(nameOf(chosen), { ...first, ...textsOf(whole) })
    redraw()
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: a language chosen later brings its texts before it is shown
  useEffect(() => {
    // chosen while the questionnaire was on its way
    void bring(language).catch(() => {})
    return bringTexts(bring)
  }, [slug, version])
  return known.get(nameOf(language)) ?? first
}
