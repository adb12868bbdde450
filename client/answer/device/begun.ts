/** What this device holds of a questionnaire when its page opens, and the first screen this makes. */
import type { PublishedQuestionnaire } from '../../../api/wire/public.ts'
import type { SentResponse } from '../../../surveys/answers/response.ts'
import { textsIn } from '../../../surveys/answers/texts-in.ts'
import type { Language } from '../../../surveys/languages.ts'
import { languageNow } from '../../parts/comfort.ts'
import { heldQuestionnaire, holdQuestionnaire } from '../offline/held.ts'
import { filled } from '../screens/filled.ts'
import type { CodeTrouble } from '../way/Invitation.tsx'
import { deliverWaiting, pause } from './delivery.ts'
import { type Draft, drafts, receipts, type Waiting as Sent, type UnseenReceipt, waiting } from './outbox.ts'
import { shownReceipt } from './shown-receipt.ts'
import { isSomebodyElse, wasJustSent } from './tabs.ts'
import { questionnaireIn } from './texts.ts'

export type Stage =
  | { at: 'saved'; draft: Draft }
  | { at: 'notice' }
  /** A code is asked for: before the notice, or with answers that wait for one. */
  | { at: 'invitation'; trouble: CodeTrouble | null; response: SentResponse | null }
  | { at: 'questions'; draft: Draft }
  /** Another tab goes on with these answers. */
  | { at: 'elsewhere'; id: string }
  /** They have left from another tab, or from another device. */
  | { at: 'gone'; isCarried?: boolean }
  /** An earlier sending was refused, and its answers are still here. */
  | { at: 'refused'; aside: Sent }
  /** It waits for the network since it was sent; its code is there as long as this tab shows it. */
  | { at: 'waiting'; aside: Sent; code: readonly string[] }
  | { at: 'sent' }
  | { at: 'contact' }

export type Begun = {
  questionnaire: PublishedQuestionnaire
  /** The language it was asked for in. */
  language: Language
  /** It is the version people are offered now; null for one that the device holds already. */
  isCurrent: boolean | null
  draft: Draft | null
  /** The draft was begun in a trial now over: its answers go on under the questionnaire that counts. */
  isMoved: boolean
  /** An answer has arrived: its code was shown to nobody yet, or is still before the person's eyes in this tab. */
  receipt: Pick<UnseenReceipt, 'version' | 'code'> | null
  /** A response that has not arrived: refused, or waiting. */
  aside: Sent | null
  /** Its person has just opened it with twelve words: nothing more is asked before the questions. */
  isBrought: boolean
}

/** Answers opened with twelve words, on their way to the page of their questionnaire. */
let brought: Draft | null = null
export const bring = (draft: Draft): void => {
  brought = draft
}

/** A page waits no longer for what leaves: it says that it waits, and tries again. */
const patienceMs = 1_000

export async function begun(slug: string): Promise<Begun> {
  // on its way while the device is read: most answers were begun under the current version
  const language = languageNow()
  const asked = questionnaireIn(language, slug)
  asked.catch(() => {})
  // what waits is of the person before: nothing is said of it to the next one, who does not wait for it
  const isElse = isSomebodyElse(slug)
  if (!isElse && (await waiting.of(slug)).length > 0) await Promise.race([deliverWaiting(), pause(patienceMs)])
  const draft = brought?.questionnaire === slug ? brought : ((await drafts.of(slug)) ?? null)
  const isBrought = draft !== null && draft === brought
  const unsent = (await waiting.of(slug)).sort((one, other) => one.savedAt - other.savedAt)
  // of several, the one of whom this tab has shown the words
  const own = unsent.findLast((row) => shownCode(row).length > 0)
  const aside = unsent.find(({ refusal }) => refusal !== null) ?? (isElse ? null : (own ?? unsent.at(-1))) ?? null
  const shown = shownReceipt.of(slug)
  const isHere = shown !== null && (!shown.waits || (own === undefined && wasJustSent(slug)))
  const receipt = (await receipts.of(slug)) ?? (isHere ? shown : null)
  // an answer begun under an older version goes on under that version
  const version = (draft ?? receipt ?? aside?.sheet)?.version
  // whoever goes on waits for no network: the server decides of the answers when they are sent
  const held = draft && !isBrought && (await heldQuestionnaire(slug, draft.version))
  if (held) {
    asked.then((current) => holdQuestionnaire(current, true)).catch(() => {})
    return {
      questionnaire: textsIn(held, language),
      language,
      isCurrent: null,
      draft,
      isMoved: false,
      receipt,
      aside,
      isBrought,
    }
  }
  const current = await asked
  const isCurrent = version === undefined || version === current.version
  const questionnaire = isCurrent ? current : await questionnaireIn(language, slug, version)
  brought = null
  return { questionnaire, language, isCurrent, draft, isMoved: false, receipt, aside, isBrought }
}

export function firstStage({ questionnaire, draft, receipt, aside, isBrought }: Begun): Stage {
  if (draft !== null) return { at: isBrought ? 'questions' : 'saved', draft }
  if (receipt !== null) return { at: 'sent' }
  if (aside?.refusal === null) return { at: 'waiting', aside, code: shownCode(aside) }
  if (aside !== null) return { at: 'refused', aside }
  return { at: wasJustSent(questionnaire.slug) ? 'gone' : 'notice' }
}

/** The code of these very answers, where this tab has shown it. */
function shownCode({ draft, sheet }: Sent): readonly string[] {
  const code = shownReceipt.of(sheet.questionnaire)?.code ?? []
  return code.join() === draft?.code.join() ? code : []
}

/** Answers as they were sent. */
export const mended = (draft: Draft, response: SentResponse): Draft => ({
  ...draft,
  data: { ...draft.data, ...filled(response.answers) },
})
/** Restores the draft a response was made from; it opens on its last page. */
export const backFrom = ({ draft, sheet: response }: Sent): Draft | null =>
  draft && { ...mended(draft, response), screen: 'end' }

/** `?canal=affiche&zone=nord` → `affiche--nord`: where the link was found, never who follows it. */
export function channelIn(search: string): string {
  const asked = new URLSearchParams(search)
  const plain = (name: string) =>
    asked
      .get(name)
      ?.toLowerCase()
      .replace(/[^a-z0-9-]/g, '')
      .slice(0, 19) ?? ''
  return [plain('canal'), plain('zone')].join('--').replace(/^--$|--$/, '')
}

/** `?code=…` or `#code=…`: taken out of the address at once, so that neither the history nor a copied link holds it. */
export function codeInAddress(): string | null {
  const address = new URL(location.href)
  const behind = new URLSearchParams(address.hash.slice(1))
  const code = address.searchParams.get('code') ?? behind.get('code')
  if (code === null) return null
  address.searchParams.delete('code')
  address.hash = ''
  history.replaceState(history.state, '', address)
  return code
}
