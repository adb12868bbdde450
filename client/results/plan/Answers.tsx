/** What was asked under an objective, as small multiples: a picture, a caption, the whole sentence folded; each question once. */
import { Link } from 'wouter'
import type { analyse } from '../../../api/wire/public.ts'
import { underTitle } from '../../../surveys/wording/sentence-frame.ts'
import { Figure } from '../../parts/charts/Whisker.tsx'
import { HatchKey, hatchedIn, Picture } from '../finding/Picture.tsx'
import { Strength, StrengthKey, StrengthSaid } from '../Strength.tsx'
import { decidedBadge, findingAddress } from '../words.ts'

type Found = analyse.PicturedFinding

/** Cards seen before the others are asked for: two rows of a wide screen. */
const first = 6

export type Sources = ReadonlyMap<string, string>

const keyOf = ({ questionnaire, indicator }: Found) => `${questionnaire}/${indicator}`
const findingHref = ({ questionnaire, indicator }: Found) => findingAddress(questionnaire, indicator)
/** The page of the finding knows it was reached from the plan. */
const fromPlan = ({ objective }: Found) => ({ objective })
const hasFigure = ({ estimate, picture }: Found) => estimate.value !== null || picture !== null

/** Titles of the questionnaires that findings come from. */
export const sourcesOf = ({ publications }: Pick<analyse.ObjectivePage, 'publications'>): Sources =>
  new Map(publications.map(({ slug, title }) => [slug, title]))

/** Findings of one question stand together, in the order of the first of them. */
export const byQuestion = (findings: readonly Found[]): Found[][] => [
  ...Map.groupBy(findings, ({ questionnaire, field }) => `${questionnaire}/${field}`).values(),
]

/** The finding that leads an objective: the first that holds a figure. */
export const leadOf = (findings: readonly Found[]): Found | undefined => findings.find(hasFigure) ?? findings[0]

type AnswersProps = Pick<analyse.ObjectivePage, 'apart'> & { findings: readonly Found[]; sources: Sources }

/**
 * @param sources titles of the questionnaires by name: said when there are several
 * @param apart why findings of one question do not add up
 */
export function Answers({ findings, sources, apart }: AnswersProps) {
  const lead = leadOf(findings)
  const others = findings.filter((one) => one !== lead)
  const drawn = byQuestion(others.filter(hasFigure))
  const silent = others.filter((one) => !hasFigure(one))
  if (others.length === 0) return null
  return (
    <section className="section" id="reponses" aria-labelledby="answers-title">
      <h2 id="answers-title">Les autres réponses</h2>
      <StrengthKey present={drawn.map(([line]) => line!.strength)} />
      <Cards groups={drawn.slice(0, first)} sources={sources} />
      {drawn.length > first && (
        <details className="more-answers">
          <summary>
            {drawn.length - first === 1 ? 'Une autre question' : `${drawn.length - first} autres questions`}
          </summary>
          <Cards groups={drawn.slice(first)} sources={sources} />
        </details>
      )}
      {apart && <p className="muted small">{apart}</p>}
      {silent.length > 0 && (
        <details className="more-answers">
          <summary>
            {silent.length === 1 ? 'Un résultat attend' : `${silent.length} résultats attendent`} davantage de réponses
          </summary>
          <ul className="waiting-answers">
            {silent.map((one) => (
              <li key={keyOf(one)}>
                <Link href={findingHref(one)} state={fromPlan(one)}>
                  {one.title}
                </Link>{' '}
                <span className="muted">{underTitle(one.sentence, one.title)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

const Cards = ({ groups, sources }: { groups: readonly Found[][]; sources: Sources }) => (
  <ul className="answer-cards">
    {groups.map(([line, ...same]) => (
      <li key={keyOf(line!)}>
        <p className="eyebrow">{line!.title}</p>
        <Card line={line!} said={underTitle(line!.brief, line!.title)} same={same} sources={sources} />
      </li>
    ))}
  </ul>
)

type CardProps = {
  line: Found
  /** In a few words; under its title, without it. */
  said?: string
  /** Other findings of the same question: folded with it. */
  same?: readonly Found[]
  sources: Sources
  /** It stands alone: it says itself what its strength means. */
  isLead?: boolean
}

export function Card({ line, said = line.brief, same = [], sources, isLead }: CardProps) {
  return (
    <>
      {line.picture ? <Picture picture={line.picture} /> : <Figure line={line} />}
      <h3>
        <Link href={findingHref(line)} state={fromPlan(line)}>
          {said}
        </Link>
      </h3>
      <HatchKey bars={hatchedIn(line.picture)} />
      <p className="tile-foot">
        {isLead ? <StrengthSaid strength={line.strength} /> : <Strength strength={line.strength} />}
        {sources.size > 1 && <span className="muted">{sources.get(line.questionnaire)}</span>}
        {line.decided && <span className="badge">{decidedBadge(line.decided)}</span>}
      </p>
      <details>
        <summary>
          En entier<span className="visually-hidden"> : {line.title}</span>
        </summary>
        <p>{line.sentence}</p>
        {same.map((one) => (
          <p key={keyOf(one)}>
            <Link href={findingHref(one)} state={fromPlan(one)}>
              {one.title}
            </Link>{' '}
            : {underTitle(one.sentence, one.title)}
          </p>
        ))}
      </details>
    </>
  )
}
