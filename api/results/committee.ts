/** The pages put before the committee: what an analyst chose, with the decisions noted and the outlines of the zones. */

import { headlineOf } from '../../analysis/findings/brief.ts'
import { eachOnce, type Finding } from '../../analysis/findings/finding.ts'
import { findingId, nameIn } from '../../analysis/report/finding-blocks.ts'
import { correctedIn, decidedOn } from '../../analysis/report/sections/decided.ts'
import { committeePages, firstToDecide } from '../../analysis/report/short/committee.ts'
import { gapSentence } from '../../analysis/report/short/groups.ts'
import type { ChosenPage, ReportSource } from '../../analysis/report/source.ts'
import { ended, typeset } from '../../analysis/text/format.ts'
import { holds } from '../../surveys/authority/follow-up.ts'
import { objectives } from '../../surveys/authority/plan.ts'
import type { AppContext } from '../context.ts'
import { collections } from '../store/collections.ts'
import type { Store } from '../store/store.ts'
import type * as wire from '../wire/results.ts'
import { decisionsIn } from './decisions.ts'
import { pictureOf } from './pictures/finding-picture.ts'
import { outlinesOf } from './pictures/map.ts'
import { currentFor } from './plan.ts'
import type { Publications } from './publications.ts'
import { shownGrid } from './shown.ts'

const only = 'pages'

export function committeeIn(store: Store) {
  const collection = store.collection(collections.committeePages)
  return {
    /** null = nobody has chosen: the rule does. */
    chosen: async (): Promise<ChosenPage[] | null> => (await collection.get(only))?.value.pages ?? null,

    async save(pages: ChosenPage[], by: string, at: string): Promise<void> {
      await collection.update(only, () => ({ pages, by, at }))
    },
  }
}

/**
 * What a report needs beside its figures.
 *
 * @param newest publication whose zones it draws
 */
export async function committeeOf(
  context: AppContext,
  findings: readonly Finding[],
  newest: Parameters<typeof outlinesOf>[1],
): Promise<Pick<ReportSource, 'decisions' | 'chosenPages' | 'outlines'>> {
  const decisions = decisionsIn(context.store)
  const noted = await Promise.all(
    eachOnce(findings).map(async ({ questionnaire, indicator }) => {
      const history = await decisions.history(questionnaire, indicator)
      return history.map(({ at, text, date, by, pilot, due, isPublic, former, outcome }) => ({
        questionnaire,
        indicator,
        at,
        text,
        date,
        by,
        ...(pilot ? { pilot } : {}),
        ...(due ? { due } : {}),
        ...(isPublic ? { isPublic } : {}),
        ...(former ? { former } : {}),
        ...(outcome ? { outcome } : {}),
      }))
    }),
  )
  const outlines = await outlinesOf(context, newest)
  const chosen = await committeeIn(context.store).chosen()
  return {
    decisions: noted.flat(),
    ...(chosen === null ? {} : { chosenPages: chosen }),
    ...(outlines ? { outlines } : {}),
  }
}

/** More of them would come first of nothing. */
const mostFirst = 6

/** What is decided on first, see `firstToDecide`. */
export async function firstUndecided(context: AppContext, publications: Publications, mine: (slug: string) => boolean) {
  const { findings, rows } = await currentFor(context, publications, mine)
  const last = new Map(
    (await decisionsIn(context.store).all()).map((one) => [
      one.on && `${one.on.questionnaire}@${one.on.indicator}`,
      one,
    ]),
  )
  const decided = new Set(
    findings
      .filter(({ questionnaire, indicator }) => {
        const one = last.get(`${questionnaire}@${indicator}`)
        return one !== undefined && holds(one)
      })
      .map(({ objective }) => objective),
  )
  const chosenPages = await committeeIn(context.store).chosen()
  const first = firstToDecide({ findings, coverage: rows, ...(chosenPages ? { chosenPages } : {}) }, decided)
  return {
    areOnPages: first.areOnPages,
    findings: first.findings.slice(0, mostFirst).map((finding) => ({
      questionnaire: finding.questionnaire,
      indicator: finding.indicator,
      title: nameIn(findings, finding),
    })),
  }
}

/** The pages as the screen shows them, and what else could be chosen. */
export function committeeShown(source: ReportSource): wire.Committee {
  return {
    isChosen: source.chosenPages !== undefined,
    pages: committeePages(source).map((page) => {
      const own = source.chosenPages?.find(({ objective }) => objective === page.objective)
      return {
        objective: page.objective,
        title: page.title,
        question: page.question,
        finding: findingId(page.lead),
        lead: { slug: page.lead.questionnaire, indicator: page.lead.indicator, title: page.lead.title },
        twin: page.twin && {
          slug: page.twin.questionnaire,
          indicator: page.twin.indicator,
          title: page.twin.source.title,
          sentence: page.twin.sentence,
        },
        also: page.also && {
          slug: page.also.questionnaire,
          indicator: page.also.indicator,
          title: page.also.title,
          sentence: page.also.sentence,
        },
        strength: page.lead.strength,
        answer: page.answer,
        measured: page.measured,
        brief: own?.answer ? page.answer : headlineOf(page.answer),
        ends: page.lead.source.ends ?? '',
        picture: pictureOf(page.lead),
        where: page.where && `${ended(page.where.finding.title)} ${gapSentence(page.where)}`,
        needs: page.needs && shownGrid(page.needs.grid),
        declared: page.needs?.declared ? shownGrid(page.needs.declared) : null,
        // no line begins with a colon
        unknown: page.unknown.map(typeset),
        asked: typeset(page.asked),
        decided: decidedOn(page.findings, source).map((one) => {
          const { at, questionnaire, indicator, text, date, by, finding, pilot = '', due = '', outcome } = one
          return {
            ...{ at, on: { questionnaire, indicator }, text, date, by, pilot, due },
            title:
              questionnaire === page.lead.questionnaire ? finding.title : `${finding.title} · ${finding.source.title}`,
            corrected: correctedIn(one),
            ...(outcome ? { outcome } : {}),
          }
        }),
        own: { answer: own?.answer ?? '', asked: own?.asked ?? '' },
      }
    }),
    offered: objectives().flatMap(({ number, title }) => {
      const findings = source.findings.filter(
        ({ objective, strength }) => objective === number && strength !== 'non concluant',
      )
      if (findings.length === 0) return []
      return [
        {
          objective: number,
          title,
          findings: findings.map((one) => ({ id: findingId(one), title: one.title, sentence: one.sentence })),
        },
      ]
    }),
  }
}
