/** The questionnaires of the store: their state, and their published versions, which never change. */

import { textsIn } from '../../surveys/answers/texts-in.ts'
import { compileValidator, type Validator } from '../../surveys/answers/validator.ts'
import { canonical } from '../../surveys/canonical.ts'
import type { Language } from '../../surveys/languages.ts'
import { isPublic } from '../../surveys/questionnaire/audiences.ts'
import { frenchOf } from '../../surveys/questionnaire/elements.ts'
import { materialise } from '../../surveys/questionnaire/parameters.ts'
import { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import { isSlug } from '../../surveys/questionnaire/slug.ts'
import { sizeIssue } from '../../surveys/review/size.ts'
import { cached, type Stopwatch } from '../http/cache.ts'
import { Problem } from '../http/problems.ts'
import { DamagedDocument } from '../store/collection.ts'
import { collections } from '../store/collections.ts'
import type { Store } from '../store/store.ts'
import type * as wire from '../wire/public.ts'
import type { Standing, Version } from './collections.ts'
import { durationsOf } from './duration.ts'
import { invitationAsked } from './invitation.ts'
import { statusAt } from './status.ts'

export type { Standing, Version }

export const shippedIn = (store: Store) => store.collection(collections.shipped)
export type PublishedVersion = Version & { check: Validator }
export type Found = { standing: Standing; current: PublishedVersion }

export type Questionnaires = ReturnType<typeof questionnairesIn>

/** Null for what cannot be compiled: written into the store by other means than ours, a version may hold anything. */
function checkOf(questionnaire: Questionnaire): Validator | null {
  if (sizeIssue(questionnaire) !== null || !Questionnaire.safeParse(questionnaire).success) return null
  try {
    return compileValidator(questionnaire)
  } catch {
    // nothing of it is worth a word to whoever answers: it is served to nobody
    return null
  }
}

const read = new WeakMap<Questionnaire, Map<Language, Questionnaire>>()

/** Made once for everybody who reads this language: a version never changes. */
function readBy(questionnaire: Questionnaire, language: Language): Questionnaire {
  const known = read.get(questionnaire) ?? new Map<Language, Questionnaire>()
  read.set(questionnaire, known)
  const made = known.get(language) ?? textsIn(questionnaire, language)
  known.set(language, made)
  return made
}

const versionId = (slug: string, version: number) => `${slug}@${version}`

/** Whoever was answering at the closing minute may still send. */
const finishingMs = 3 * 3_600_000
const dayMs = 24 * 3_600_000

/** @param correctionDays days after the closing during which people may still correct or withdraw */
export function questionnairesIn(
  store: Store,
  now: () => Date,
  correctionDays: () => Promise<number>,
  stopwatch: Stopwatch,
) {
  const standings = store.collection(collections.questionnaires)
  const versions = store.collection(collections.versions)
  const parameters = store.collection(collections.parameters)
  /** Versions never change: what was made of one, or that nothing can be, stays true. */
  const compiled = new Map<string, PublishedVersion | 'unavailable'>()
  const standingsNow = cached(
    async () => new Map((await standings.list()).map(({ id, value }) => [id, value])),
    stopwatch,
  )

  async function version(slug: string, number: number): Promise<PublishedVersion | null> {
    const id = versionId(slug, number)
    const loaded = compiled.has(id) ? null : await stored(id)
    if (loaded) {
      const check = checkOf(loaded.questionnaire)
      compiled.set(id, check ? { ...loaded, check } : 'unavailable')
    }
    const known = compiled.get(id) ?? null
    if (known === 'unavailable') throw new Problem('questionnaire-unavailable')
    return known
  }

  /** @throws Problem questionnaire-unavailable when the document is damaged: the other questionnaires go on */
  async function stored(id: string): Promise<Version | null> {
    try {
      return (await versions.get(id))?.value ?? null
    } catch (error) {
      throw error instanceof DamagedDocument ? new Problem('questionnaire-unavailable') : error
    }
  }

  /** What people may see: neither drafts nor archives. A closing date that has passed closes. */
  function publicStatus(standing: Standing): wire.PublicStatus | null {
    const status = statusAt(standing, now().toISOString())
    return status === 'trial' || status === 'soon' || status === 'open' || status === 'closed' ? status : null
  }

  async function found(slug: string): Promise<{ standing: Standing; status: wire.PublicStatus }> {
    const standing = isSlug(slug) ? (await standingsNow()).get(slug) : undefined
    const status = standing ? publicStatus(standing) : null
    if (!standing || !status) throw new Problem('questionnaire-unknown')
    return { standing, status }
  }

  async function published(slug: string, number: number): Promise<PublishedVersion> {
    const wanted = await version(slug, number)
    if (!wanted) throw new Problem('version-unknown')
    return wanted
  }

  /**
   * When the codes of this questionnaire stop working and are destroyed: never before the day its respondents were told. Null while
   * no closing day is set.
   */
  async function freezesAt({ closesAt, promisedUntil = '' }: Standing): Promise<string | null> {
    if (closesAt === null) return null
    const at = new Date(new Date(closesAt).getTime() + (await correctionDays()) * dayMs).toISOString()
    return at > promisedUntil ? at : promisedUntil
  }

  /** The freeze that respondents were told of; null while nobody could answer for good. */
  async function promisedTo(standing: Standing): Promise<string | null> {
    const { status, opensAt } = standing
    const hasOpened = (status === 'open' || status === 'closed') && (opensAt ?? '') <= now().toISOString()
    return hasOpened ? await freezesAt(standing) : null
  }

  async function isAvailable(slug: string, number: number): Promise<boolean> {
    return published(slug, number).then(
      () => true,
      (error) => {
        if (error instanceof Problem) return false
        throw error
      },
    )
  }

  return {
    found,
    published,
    isAvailable,
    freezesAt,
    promisedTo,

    /** Before fewer days are given to correct: the freezes that respondents were told of stay where they are. */
    async keepPromises(): Promise<void> {
      for (const { id, value } of await standings.list()) {
        const promisedUntil = await promisedTo(value)
        if (promisedUntil !== null) await standings.update(id, (standing) => standing && { ...standing, promisedUntil })
      }
    },

    /** Closed by its day, and so lately that people who began before may still be sending. */
    isFinishing: ({ status, closesAt }: Standing): boolean =>
      (status === 'open' || status === 'trial') &&
      closesAt !== null &&
      now().getTime() < new Date(closesAt).getTime() + finishingMs,

    async isFrozen(standing: Standing): Promise<boolean> {
      const at = await freezesAt(standing)
      if (standing.status === 'archived' || standing.frozenAt !== undefined) return true
      return at !== null && at <= now().toISOString()
    },

    /** French title of a version, even of one that cannot be served; its slug when it has none. */
    async titleOf(slug: string, number: number): Promise<string> {
      const version = await stored(versionId(slug, number)).catch((error) => {
        if (error instanceof Problem) return null
        throw error
      })
      return frenchOf(version?.questionnaire?.title) || slug
    },

    /** Slugs whose codes are to be destroyed. */
    async frozen(): Promise<string[]> {
      const all = await Promise.all(
        [...(await standingsNow())].map(async ([slug, standing]) => ((await this.isFrozen(standing)) ? [slug] : [])),
      )
      return all.flat()
    },

    /**
     * @param language its texts in French and in this language; null = in all of its languages
     * @throws Problem questionnaire-unknown, version-unknown
     */
    async shown(
      slug: string,
      number: number | null,
      demo: boolean,
      language: Language | null = null,
    ): Promise<wire.PublishedQuestionnaire> {
      const { standing, status } = await found(slug)
      const { questionnaire } = await published(slug, number ?? standing.version)
      const { indicators: _, parameters: __, ...shared } = language ? readBy(questionnaire, language) : questionnaire
      const shownFreeze = await freezesAt(standing)
      return {
        ...shared,
        ...durationsOf(questionnaire),
        status,
        closesAt: standing.closesAt,
        opensAt: status === 'soon' ? (standing.opensAt ?? null) : null,
        invitation: invitationAsked(standing, questionnaire.audience),
        freezesAt: shownFreeze,
        trial: standing.status === 'trial',
        demo,
      }
    },

    async list(): Promise<wire.QuestionnaireList> {
      const lines: wire.QuestionnaireLine[] = []
      for (const [slug, standing] of await standingsNow()) {
        const status = publicStatus(standing)
        if (!status || !(await isAvailable(slug, standing.version))) continue
        const { questionnaire } = await published(slug, standing.version)
        const { title, summary, audience, audienceText, minutes } = questionnaire
        const { closesAt } = standing
        const opensAt = status === 'soon' ? (standing.opensAt ?? null) : null
        lines.push({
          slug,
          title,
          summary,
          audience,
          audienceText,
          minutes,
          span: durationsOf(questionnaire).span,
          status,
          opensAt,
          closesAt,
          ...(isPublic(audience) ? {} : { byLink: true as const }),
        })
      }
      return { questionnaires: lines }
    },

    /** A founding questionnaire on trial that nobody has answered takes the words it is shipped with now, under the next number. */
    async retake(questionnaire: Questionnaire): Promise<void> {
      const { slug } = questionnaire
      const taken = await shippedIn(store).get(slug)
      if (taken && canonical(taken.value.questionnaire) === canonical(questionnaire)) return
      const standing = await standings.get(slug)
      if (!standing) return
      const values = (await parameters.get(slug))?.value ?? {}
      const filled = materialise(questionnaire, values)
      compileValidator(filled)
      const publishedAt = now().toISOString()
      const number = await versions.insertNext(standing.value.version + 1, (next) => ({
        id: versionId(slug, next),
        value: { questionnaire: { ...filled, version: next }, parameters: values, publishedAt },
      }))
      await shippedIn(store).put(slug, { questionnaire }, taken?.revision ?? null)
      await standings.put(slug, { ...standing.value, version: number }, standing.revision)
    },

    /**
     * Puts the shipped questionnaires in the store, on trial; a newer shipped version takes the place of one still on
     * trial. Several processes may do it at once.
     *
     * @param options `isQuiet`: on a site in service, those that an edition brings for the first time wait in the archive, until
     * somebody takes them up
     */
    async loadFounding(founding: readonly Questionnaire[], { isQuiet = false } = {}): Promise<void> {
      const isInService = isQuiet && (await standings.list()).some(({ value }) => value.status === 'open')
      for (const questionnaire of founding) {
        const { slug, version: number } = questionnaire
        const stored = await standings.get(slug)
        const isOld =
          stored?.value.origin === 'founding' && stored.value.status === 'trial' && stored.value.version < number
        if (stored && !isOld) continue
        const values = (await parameters.get(slug))?.value ?? {}
        const filled = materialise(questionnaire, values)
        compileValidator(filled)
        const first: Version = { questionnaire: filled, parameters: values, publishedAt: now().toISOString() }
        await versions.put(versionId(slug, number), first, null)
        const taken = await shippedIn(store).get(slug)
        await shippedIn(store).put(slug, { questionnaire }, taken?.revision ?? null)
        const common = { version: number, closesAt: null, origin: 'founding' } as const
        const standing: Standing =
          isInService && !stored ? { ...common, status: 'archived', before: 'trial' } : { ...common, status: 'trial' }
        await standings.put(slug, standing, stored?.revision ?? null)
      }
    },
  }
}
