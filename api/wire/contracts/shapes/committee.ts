/** The pages put before the committee, and the links handed to its members. */
import * as z from 'zod'
import { mostObjectives } from '../../../../surveys/questionnaire/objectives.ts'
import { Picture, ShownGrid, Strength } from '../../figures.ts'
import { Outcome } from './outcome.ts'

/** Days a link may serve, at most. */
export const mostLinkDays = 90

const linkDays = `De 1 à ${mostLinkDays} jours.`
export const NewCommitteeLink = z.strictObject({
  label: z.string().trim().min(2, 'Écrivez à qui ce lien est remis.').max(120),
  days: z.int(linkDays).min(1, linkDays).max(mostLinkDays, linkDays),
})

/** `path`: of the page, with its secret; never shown again. */
export const MadeCommitteeLink = z.strictObject({ id: z.string(), path: z.string(), until: z.string() })

export const CommitteeLinks = z.strictObject({
  links: z.array(
    z.strictObject({
      id: z.string(),
      label: z.string(),
      until: z.string(),
      by: z.string(),
      at: z.string(),
      revokedAt: z.string().nullable(),
      isOpen: z.boolean(),
    }),
  ),
})
export type CommitteeLinks = z.infer<typeof CommitteeLinks>

/** What an analyst chooses to put before the committee; '' = the words of the rule. */
export const NewCommittee = z.strictObject({
  pages: z
    .array(
      z.strictObject({
        objective: z.int().min(1).max(mostObjectives),
        finding: z.string().max(200).nullable(),
        answer: z.string().trim().max(400),
        asked: z.string().trim().max(400),
      }),
    )
    .max(mostObjectives),
})

const CommitteePage = z.strictObject({
  objective: z.int(),
  title: z.string(),
  question: z.string(),
  finding: z.string(),
  /** The finding that answers. */
  lead: z.strictObject({ slug: z.string(), indicator: z.string(), title: z.string() }),
  /** The same result in another questionnaire, of that `title`. */
  twin: z.strictObject({ slug: z.string(), indicator: z.string(), title: z.string(), sentence: z.string() }).nullable(),
  /** What answers the rest of the question. */
  also: z.strictObject({ slug: z.string(), indicator: z.string(), title: z.string(), sentence: z.string() }).nullable(),
  strength: Strength,
  answer: z.string(),
  /** The whole sentence of the finding under words that were chosen: its figures, whom it is about; '' = the answer is it. */
  measured: z.string(),
  /** What is read from the last row: the words chosen, else the first sentence without its figures in brackets. */
  brief: z.string(),
  /** What the ends of its scale mean; '' = they have no words. */
  ends: z.string(),
  picture: Picture.nullable(),
  where: z.string().nullable(),
  needs: ShownGrid.nullable(),
  /** The intentions, where `needs` is the presence they give. */
  declared: ShownGrid.nullable(),
  unknown: z.array(z.string()),
  asked: z.string(),
  /** The newest first; `pilot`, `due` (ISO day): '' = not said. */
  decided: z.array(
    z.strictObject({
      /** ISO date and time it was noted. */
      at: z.string(),
      /** Finding it was taken on; `title`: its title, with its questionnaire where that is not the one that answers. */
      on: z.strictObject({ questionnaire: z.string(), indicator: z.string() }),
      text: z.string(),
      date: z.string(),
      by: z.string(),
      /** ISO day it was corrected, '' = never. */
      corrected: z.string(),
      title: z.string(),
      pilot: z.string(),
      due: z.string(),
      outcome: Outcome.optional(),
    }),
  ),
  own: z.strictObject({ answer: z.string(), asked: z.string() }),
})
export type CommitteePage = z.infer<typeof CommitteePage>

export const Committee = z.strictObject({
  /** False: those of the rule. */
  isChosen: z.boolean(),
  pages: z.array(CommitteePage),
  /** Objectives with an answer, and the findings that may give it. */
  offered: z.array(
    z.strictObject({
      objective: z.int(),
      title: z.string(),
      findings: z.array(z.strictObject({ id: z.string(), title: z.string(), sentence: z.string() })),
    }),
  ),
})
export type Committee = z.infer<typeof Committee>
